import Glibc

/// A file for what would not fit in memory: readable by nobody else (mode 0600) and unlinked at once, because
/// decompressed text is personal data that must not survive a crash.
public final class ScratchFile {
  private let descriptor: Int32
  private let path: String
  public private(set) var count = 0

  public init(folder: String = "/tmp") throws(FileError) {
    var template = Array((folder + "/triptych-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    path = folder + "/triptych-XXXXXX"
    guard descriptor >= 0 else { throw FileError(.create, path, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    try DiskFileSink.writeAll(bytes, to: descriptor, path: path)
    count += bytes.count
  }

  /// What was written so far.
  public func map() throws(FileError) -> MappedBytes { try MappedBytes(descriptor: descriptor, path: path) }

  deinit { close(descriptor) }
}
