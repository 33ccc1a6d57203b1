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
