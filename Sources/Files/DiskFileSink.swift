import Glibc
import Synchronization

/// A folder of this machine.
public final class DiskFileSink: FileSink {
  public let root: String
  /// Folders known to exist, so that a folder is made once and not once a file.
  private let made = Mutex<Set<String>>([])

  public init(root: String) { self.root = root }

  public func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    try makeFolder(of: path)
    let whole = root + "/" + path
    let descriptor = open(whole, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, whole, code: errno) }
    defer { close(descriptor) }
    try DiskFileSink.writeAll(bytes, to: descriptor, path: whole)
  }

  /// Writes every byte, however often the system stops short.
  public static func writeAll(
    _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32, path: String
  ) throws(FileError) {
    var done = 0
    while done < bytes.count, let base = bytes.baseAddress {
      let count = Glibc.write(descriptor, base + done, bytes.count - done)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError(.write, path, code: errno) }
      done += count
    }
  }
}

extension DiskFileSink {
  private func makeFolder(of path: String) throws(FileError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    if made.withLock({ $0.contains(folder) }) { return }
    try DiskFileSink.makeFolders(folder.isEmpty ? root : root + "/" + folder)
    _ = made.withLock { $0.insert(folder) }
  }

  /// Makes a folder and those above it.
  public static func makeFolders(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let code = errno
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError(.create, path, code: code)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(.create, path, code: errno) }
  }
}
