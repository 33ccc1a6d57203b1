import Files

/// Why a snapshot cannot be written or read, as a fact; `diagnostic` words it.
public enum SnapshotError: Error, Equatable, Sendable {
  case file(FileError)
  /// A file lies where the snapshot is to be.
  case exists(String)
  case noSite(String)
  /// The snapshot would lie inside the folder that it is made from.
  case inside(String)
  /// A file of the site has the manifest's own name.
  case nameTaken
  /// A pattern of `--pages` that no file has.
  case noPages(String)
  case wrongPattern(String)
  /// Pages were named, and none of what they name is a page.
  case nothingToOpen
  /// Estimated or reached, and allowed, in bytes.
  case tooLarge(Int, limit: Int, isEstimate: Bool)
  /// A file changed between two readings.
  case changing(String)
  case weakPassphrase(least: Int)
  case noPassphrase
  case passphrasesDiffer
  case notASnapshot(String)
  /// Not all of it can be read.
  case damaged(String)
  case wrongPassphrase
  /// An archive in a form that this program does not write.
  case foreign(String)
}

extension SnapshotError {
  /// Does what may fail with an error of files.
  static func files<Value>(_ work: () throws(FileError) -> Value) throws(SnapshotError) -> Value {
    do throws(FileError) { return try work() } catch { throw .file(error) }
  }
}
