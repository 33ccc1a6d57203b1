import Glibc

/// A file for what would not fit in memory: readable by nobody else (mode 0600) and unlinked at once, because
/// decompressed text is personal data that must not survive a crash.
public final class ScratchFile {
  private let descriptor: Int32
  private let path: String
  public private(set) var count = 0

  /// Where scratch files lie: `TMPDIR`, or `/var/tmp`, which unlike `/tmp` is on a disk everywhere.
  public static var folder: String {
    if let named = getenv("TMPDIR"), named.pointee != 0 { return String(cString: named) }
    return access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
  }

  public init(folder: String = ScratchFile.folder) throws(FileError) {
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

  /// Reads bytes that were written.
  public func read(at offset: Int, into bytes: UnsafeMutableRawBufferPointer) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = pread(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileError(.read, path, code: count < 0 ? errno : EIO) }
      done += count
    }
  }

  /// What was written so far.
  public func map() throws(FileError) -> MappedBytes { try MappedBytes(descriptor: descriptor, path: path) }

  /// Its first `bytes` bytes, which are there from now on, for reading and writing; whoever asks unmaps them. The disk's
  /// blocks are reserved, so that a full disk is an error here and not a fault at the first write.
  public func mapForWriting(_ bytes: Int) throws(FileError) -> UnsafeMutableRawPointer {
    let code = posix_fallocate(descriptor, 0, off_t(bytes))
    guard code == 0 else { throw FileError(.write, path, code: code) }
    let mapped = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw FileError(.write, path, code: errno) }
    return mapped
  }

  deinit { close(descriptor) }
}
