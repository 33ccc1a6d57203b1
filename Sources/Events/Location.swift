/// A byte of a file of the export: the file's number in the high 16 bits, the offset below, so that locations order as
/// files by path, then lines.
struct Location: Hashable, Sendable {
  var packed: UInt64

  @inline(__always)
  init(packed: UInt64) { self.packed = packed }

  @inline(__always)
  init(file: Int, offset: Int) { packed = UInt64(truncatingIfNeeded: file) << 48 | UInt64(truncatingIfNeeded: offset) }

  /// From 1; 0 is the store's arena.
  @inline(__always)
  var file: Int { Int(packed >> 48) }

  @inline(__always)
  var offset: Int { Int(packed & 0xFFFF_FFFF_FFFF) }
}
