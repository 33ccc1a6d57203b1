import Files

/// Why an export cannot be read at all, as a fact; `diagnostic` words it.
public enum ExportError: Error, Equatable, Sendable {
  /// A path of the data that is neither file nor folder.
  case missingPath(String)
  /// A folder without any file of a known name.
  case noKnownFile(folder: String, mapped: Bool)
  /// A mapping of a field that does not exist.
  case unknownField(String, path: String)
  /// A gzip stream that breaks at a byte of the compressed file.
  case corruptGzip(path: String, offset: Int)
  case file(FileError)
  /// Every record was rejected, or there was none.
  case noEvent(records: Int, rejected: Int, firstReason: String?)
  case tooManyFiles(Int)
  case tooManyChannels
}
