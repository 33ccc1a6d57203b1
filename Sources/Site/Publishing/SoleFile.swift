import Files
import Glibc

/// A file that nobody else has: no other name leads to it, and nobody reads it. It may be written over, which costs the
/// file system far less than to remove it and make another.
struct SoleFile: ~Copyable {
  private let descriptor: Int32
  private let size: Int64

  /// - Returns: nil if there is no such file at the path, or somebody else may have it.
  init?(_ path: String) {
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
      SoleFile.isUnread(descriptor)
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int64(status.st_size)
  }

  deinit { close(descriptor) }
}

extension SoleFile {
  /// Writes bytes in place of what it holds.
  func write(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(FileError) {
    try DiskFileSink.writeAll(bytes, to: descriptor, path: path)
    guard size > bytes.count, ftruncate(descriptor, off_t(bytes.count)) != 0 else { return }
    throw FileError(.write, path, code: errno)
  }

  /// The system grants a lease for writing only on a file that nobody else has open; it is given back at once.
  private static func isUnread(_ descriptor: Int32) -> Bool {
    // Who opens the file meanwhile makes the system send a signal: one that is left unheard.
    guard fcntl(descriptor, LeaseCommand.signal, SIGURG) == 0,
      fcntl(descriptor, LeaseCommand.lease, Int32(F_WRLCK)) == 0
    else { return false }
    return fcntl(descriptor, LeaseCommand.lease, Int32(F_UNLCK)) == 0
  }
}

/// Linux's (`linux/fcntl.h`), which glibc declares for GNU sources only.
private enum LeaseCommand {
  static let signal: Int32 = 10
  static let lease: Int32 = 1024
}
