/// Where a room's input comes from: a disk, or a test's memory.
public protocol FileSource: Sendable {
  /// Whether a path is a file, a folder, or nothing.
  func kind(of path: String) -> FileKind
  /// The files below a folder, at any depth, as paths relative to it, in byte order. Names that begin with a dot and
  /// symbolic links to folders are left out.
  func files(under folder: String) throws(FileError) -> [String]
  /// A file's bytes for reading, kept as long as the object lives.
  func map(_ path: String) throws(FileError) -> MappedBytes
  /// The whole content of a small file.
  func read(_ path: String) throws(FileError) -> [UInt8]
}

/// What is at a path, links followed.
public enum FileKind: Sendable { case file, folder, missing }

extension FileSource {
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    let mapped = try map(path)
    return withExtendedLifetime(mapped) { Array(mapped.bytes) }
  }
}
