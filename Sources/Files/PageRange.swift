import Glibc

/// Pages of memory.
public enum PageRange {
  static let size = Int(sysconf(Int32(_SC_PAGESIZE)))

  /// Takes the whole pages among the bytes out of the process: those of files stay in the system's cache and are read from
  /// there again, others are zero from now on.
  public static func release(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let first = (Int(bitPattern: base) + size - 1) / size * size
    let end = (Int(bitPattern: base) + bytes.count) / size * size
    guard end > first, let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
    madvise(start, end - first, MADV_DONTNEED)
  }

  /// Asks for large pages where there is room for many: a column that is filled in no order meets each page anew.
  static func enlarge(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 16 << 20, let base = bytes.baseAddress else { return }
    let first = (Int(bitPattern: base) + size - 1) / size * size
    guard let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
    madvise(start, (bytes.count - (first - Int(bitPattern: base))) / size * size, MADV_HUGEPAGE)
  }
}
