/// Eight bytes at a time: the first byte in a word that a scanner has to look at. A set high bit marks a byte; only the
/// lowest mark is exact, and that one is what is asked for.
enum WordScan {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// Marks bytes equal to `byte`, before masking with `highs`.
  @inline(__always)
  static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference
  }

  /// Quotes, backslashes, control characters and everything that is not ASCII.
  @inline(__always)
  static func endsJSONText(_ word: UInt64) -> UInt64 {
    let control = (word &- ones &* 0x20) & ~word
    return (equal(word, 0x22) | equal(word, 0x5C) | control | word) & highs
  }

  /// Quotes and everything that is not ASCII.
  @inline(__always)
  static func endsCSVQuote(_ word: UInt64) -> UInt64 { (equal(word, 0x22) | word) & highs }

  /// The index of the lowest mark's byte.
  @inline(__always)
  static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}

/// UTF-8 as the Unicode standard defines it (table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Scan {
  /// The length of the sequence that begins with a byte of 0x80 or more; 0 if it is none. Reads up to four bytes, but
  /// none past the first that does not fit.
  @inline(__always)
  static func length(_ p: UnsafePointer<UInt8>) -> Int {
    func continues(_ i: Int) -> Bool { p[i] & 0xC0 == 0x80 }
    let first = p[0]
    if first < 0xC2 { return 0 }
    if first < 0xE0 { return continues(1) ? 2 : 0 }
    if first < 0xF0 {
      guard continues(1), continues(2) else { return 0 }
      if first == 0xE0 && p[1] < 0xA0 || first == 0xED && p[1] > 0x9F { return 0 }
      return 3
    }
    guard first < 0xF5, continues(1), continues(2), continues(3) else { return 0 }
    return first == 0xF0 && p[1] < 0x90 || first == 0xF4 && p[1] > 0x8F ? 0 : 4
  }
}
