import Glibc

/// Files of a test: paths and contents.
public struct MemoryFileSource: FileSource {
  private let contents: [String: [UInt8]]

  public init(_ contents: [String: String]) { self.contents = contents.mapValues { Array($0.utf8) } }
  public init(_ contents: [String: [UInt8]]) { self.contents = contents }

  public func kind(of path: String) -> FileKind {
    if contents[path] != nil { return .file }
    return contents.keys.contains { $0.hasPrefix(path + "/") } ? .folder : .missing
  }

  public func files(under folder: String) throws(FileError) -> [String] {
    contents.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func map(_ path: String) throws(FileError) -> MappedBytes {
    guard let bytes = contents[path] else { throw FileError(.read, path, code: ENOENT) }
    return try MappedBytes(copying: bytes)
  }
}
