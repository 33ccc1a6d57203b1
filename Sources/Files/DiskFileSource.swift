import Glibc

/// Files of this machine.
public struct DiskFileSource: FileSource {
  public init() {}

  public func kind(of path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  public func files(under folder: String) throws(FileError) -> [String] {
    var found: [String] = []
    try collect(folder, prefix: "", into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func map(_ path: String) throws(FileError) -> MappedBytes {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
    defer { close(descriptor) }
    return try MappedBytes(descriptor: descriptor, path: path)
  }
}

extension DiskFileSource {
  private func collect(_ folder: String, prefix: String, into found: inout [String]) throws(FileError) {
    for name in try names(in: folder) {
      var status = stat()
      let path = folder + "/" + name
      guard lstat(path, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR {
        try collect(path, prefix: prefix + name + "/", into: &found)
      } else if kind == S_IFREG || kind == S_IFLNK && self.kind(of: path) == .file {
        found.append(prefix + name)
      }
    }
  }

  private func names(in folder: String) throws(FileError) -> [String] {
    guard let handle = opendir(folder) else { throw FileError(.list, folder, code: errno) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
