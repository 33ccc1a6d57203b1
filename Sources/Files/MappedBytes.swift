import Glibc

/// The bytes of a file, mapped into memory for as long as this object lives, with at least sixteen zero bytes
/// behind them, so that a scanner may read past the end. Whoever uses `bytes` keeps the object that long.
public final class MappedBytes: @unchecked Sendable {
  // Unchecked: the pages are never written after `init`.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let region: (base: UnsafeMutableRawPointer, length: Int)
  /// Whether the bytes can be read from a file again.
  private let isFile: Bool

  /// Maps an open file; the descriptor may be closed afterwards.
  public convenience init(descriptor: Int32, path: String) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.read, path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, code: EISDIR) }
    try self.init(count: Int(status.st_size), path: path, isFile: true)
    guard !bytes.isEmpty else { return }
    let mapped = mmap(region.base, bytes.count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
    guard mapped != MAP_FAILED else { throw FileError(.read, path, code: errno) }
    madvise(region.base, bytes.count, MADV_SEQUENTIAL)
  }

  /// A copy of bytes that are in memory already.
  public convenience init(copying source: [UInt8]) throws(FileError) {
    try self.init(count: source.count, path: "memory", isFile: false)
    source.withUnsafeBytes { if let base = $0.baseAddress { region.base.copyMemory(from: base, byteCount: $0.count) } }
  }

  /// Reserves zero pages for `count` bytes and what lies behind them.
  private init(count: Int, path: String, isFile: Bool) throws(FileError) {
    self.isFile = isFile
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let length = (count / page + 2) * page
    let base = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let base, base != MAP_FAILED else { throw FileError(.read, path, code: errno) }
    region = (base, length)
    bytes = UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Gives the memory of a part of the bytes back to the system: it is read from the file again when it is asked for.
  public func release(_ range: Range<Int>) {
    if isFile { PageRange.release(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range]))) }
  }

  /// Tells the system that the bytes are read here and there from now on, so that it reads from the disk what is asked for
  /// and not megabytes around it.
  public func expectScatteredReads() {
    if isFile { madvise(region.base, bytes.count, MADV_RANDOM) }
  }

  deinit { munmap(region.base, region.length) }
}
