/// Which bytes of a text a writer of HTML cannot copy as they are. Each test comes twice: exact for one byte, and for
/// eight at once, where it may be wrong in finding one that is none, never in missing one.
public enum SpecialBytes {
  /// `& < > " '`, and NUL, which HTML does not allow: a bit each, tested by one shift.
  @usableFromInline static var escapes: UInt64 { 1 << 0x26 | 1 << 0x3C | 1 << 0x3E | 1 << 0x22 | 1 << 0x27 | 1 << 0 }

  @inlinable
  @inline(__always)
  public static func isMarkup(_ byte: UInt8) -> Bool { byte < 64 && (escapes >> UInt64(byte & 63)) & 1 != 0 }

  /// `" & '` and `#` are 0x27 once two bits are set, `<` and `>` are 0x3E once one is.
  @inlinable
  @inline(__always)
  public static func mayBeMarkup(_ eight: UInt64) -> Bool {
    (eight | every(0x05)).has(0x27) | (eight | every(0x02)).has(0x3E) | eight.hasControl != 0
  }

  /// What stands for such a byte in markup.
  public static func entity(of byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: "\u{FFFD}"
    }
  }

  /// The same, and what may begin a control character: those of ASCII but newline, and the lead byte of U+0080 to
  /// U+00BF.
  @inline(__always)
  static func isSuspect(_ byte: UInt8) -> Bool {
    isMarkup(byte) || byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2
  }

  @inline(__always)
  static func mayBeSuspect(_ eight: UInt64) -> Bool {
    (eight | every(0x05)).has(0x27) | (eight | every(0x02)).has(0x3E) | eight.hasControl | eight.has(0x7F)
      | eight.has(0xC2) != 0
  }

  /// Beyond ASCII, or a control character but newline: what a plain message has to be looked at more closely for.
  @inline(__always)
  static func isUnusual(_ byte: UInt8) -> Bool { byte >= 0x7F || byte < 0x20 && byte != 0x0A }

  @inline(__always)
  static func mayBeUnusual(_ eight: UInt64) -> Bool { eight & every(0x80) | eight.hasControl | eight.has(0x7F) != 0 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The position of the first byte that a test finds, from `start` on; the count if there is none.
  @inline(__always)
  func firstByte(from start: Int, _ test: (UInt8) -> Bool, _ coarse: (UInt64) -> Bool) -> Int {
    guard let base = baseAddress else { return count }
    let raw = UnsafeRawPointer(base)
    var index = start
    while index &+ 8 <= count {
      if coarse(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        for place in index..<index &+ 8 where test(base[place]) { return place }
      }
      index &+= 8
    }
    while index < count, !test(base[index]) { index &+= 1 }
    return index
  }
}

@inlinable
@inline(__always)
func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

/// The classic tests for bytes of a word (H. S. Warren, "Hacker's Delight", 6-1): not 0 if there is one.
extension UInt64 {
  @inlinable
  @inline(__always)
  func has(_ byte: UInt64) -> UInt64 {
    let rest = self ^ every(byte)
    return (rest &- every(0x01)) & ~rest & every(0x80)
  }

  /// A byte below 0x20.
  @inlinable
  @inline(__always)
  var hasControl: UInt64 { (self &- every(0x20)) & ~self & every(0x80) }
}
