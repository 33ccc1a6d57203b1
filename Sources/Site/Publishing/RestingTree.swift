import Files
import Glibc
import Synchronization

/// The tree that is written to while the other one is published. A file in it is often the same file as in the other
/// tree (a hard link), or somebody still reads it: such a one is unlinked and made anew.
///
/// Before its first change its manifest is gone, so that after a crash nothing is believed of it.
final class RestingTree: Sendable {
  /// Absolute.
  let path: String
  private let state: OutputState
  /// What it holds; nil if that is not known, or nothing is there.
  let manifest: TreeManifest?
  private let isBegun = Mutex(false)

  init(_ state: OutputState) {
    self.state = state
    path = state.resting
    manifest = state.manifest(of: state.resting)
  }
}

extension RestingTree {
  /// Writes a file, in place of what is there.
  func put(_ address: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    try begin()
    let whole = path + "/" + address
    for _ in 0..<3 {
      let descriptor = open(whole, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 {
        defer { close(descriptor) }
        return try DiskFileSink.writeAll(bytes, to: descriptor, path: whole)
      }
      switch errno {
      case EEXIST, EISDIR:
        if let file = SoleFile(whole) { return try file.write(bytes, path: whole) }
        try removeAnything(whole)
      case ENOENT, ENOTDIR: try makeFolders(above: address)
      default: throw FileError(.write, whole, code: errno)
      }
    }
    throw FileError(.write, whole, code: errno)
  }

  /// Makes a file the same as the published tree's.
  /// - Returns: false if that has none.
  func take(_ address: String, from published: String) throws(FileError) -> Bool {
    try begin()
    let (from, to) = (published + "/" + address, path + "/" + address)
    if link(from, to) == 0 { return true }
    var code = errno
    if code == ENOENT, Folders.exists(from) {
      try makeFolders(above: address)
      if link(from, to) == 0 { return true }
      code = errno
    }
    if code == EEXIST {
      if RestingTree.isSameFile(from, to) { return true }
      try removeAnything(to)
      if link(from, to) == 0 { return true }
      code = errno
    }
    if code == ENOENT { return false }
    // A file system without hard links, or a file with as many as it can have.
    guard let mapped = try? DiskFileSource().map(from) else { return false }
    try put(address, mapped.bytes)
    return true
  }

  /// Removes a file, and folders that are empty then.
  func remove(_ address: String) throws(FileError) {
    try begin()
    let whole = path + "/" + address
    guard unlink(whole) == 0 || errno == ENOENT else { throw FileError(.replace, whole, code: errno) }
    var folder = address[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if rmdir(path + "/" + folder) != 0 { return }
    }
  }

  /// The addresses of all files in it, as they stand on the disk.
  func addresses() throws(FileError) -> [String] { try DiskFileSource().files(under: path) }

  func begin() throws(FileError) {
    var failure: FileError?
    isBegun.withLock { isBegun in
      if isBegun { return }
      isBegun = true
      do throws(FileError) {
        state.forget(path)
        try DiskFileSink.makeFolders(path)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}

extension RestingTree {
  private func removeAnything(_ whole: String) throws(FileError) {
    if unlink(whole) == 0 || errno == ENOENT { return }
    try Folders.remove(whole)
  }

  /// Makes the folders above a file; a file in the place of one gives way.
  private func makeFolders(above address: String) throws(FileError) {
    var folder = path
    for name in address.split(separator: "/").dropLast() {
      folder += "/" + name
      if mkdir(folder, 0o755) == 0 { continue }
      guard errno == EEXIST else { throw FileError(.create, folder, code: errno) }
      var status = stat()
      if lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
      unlink(folder)
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileError(.create, folder, code: errno) }
    }
  }

  private static func isSameFile(_ a: String, _ b: String) -> Bool {
    var (one, other) = (stat(), stat())
    return lstat(a, &one) == 0 && lstat(b, &other) == 0 && one.st_ino == other.st_ino && one.st_dev == other.st_dev
  }
}
