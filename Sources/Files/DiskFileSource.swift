import Glibc

/// Files of this machine.
public struct DiskFileSource: FileSource {
  public init() {}

  public func kind(of path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// A file's bytes, counted; nil where there is no file, links followed.
  public func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
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

  /// Copied rather than mapped: of a file of a few pages that takes less of the kernel's time.
  public func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path, code: errno) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while let base = buffer.baseAddress, count < buffer.count {
        let read = pread(descriptor, base + count, buffer.count - count, off_t(count))
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = errno }
        guard read > 0 else { return }
        count += read
      }
    }
    guard failure == 0 else { throw FileError(.read, path, code: failure) }
    return bytes
  }
}

extension DiskFileSource {
  private func collect(_ folder: String, prefix: String, into found: inout [String]) throws(FileError) {
    guard let names = Folders.names(in: folder) else { throw FileError(.list, folder, code: errno) }
    for name in names where !name.hasPrefix(".") {
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
}
