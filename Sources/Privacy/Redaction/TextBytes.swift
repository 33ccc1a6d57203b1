/// A text's bytes as detectors ask for them: outside of it there is a zero.
struct TextBytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : 0 }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { self[index].isDigit }

  /// ASCII letters and digits, and all beyond ASCII: what a word may be made of.
  @inline(__always)
  func isWord(_ index: Int) -> Bool { self[index].isWord }

  /// Whether the bytes from an index are these, capitals of ASCII like small letters; the word is in small letters.
  func begins(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where base[index + offset].small != word.utf8Start[offset] { return false }
    return true
  }

  /// The first index from one on that is not such a byte, or the end.
  @inline(__always)
  func end(from index: Int, where belongs: (UInt8) -> Bool) -> Int {
    var index = index
    while index < count, belongs(base[index]) { index += 1 }
    return index
  }

  /// The first index of the run of such bytes that ends before one.
  @inline(__always)
  func start(before index: Int, where belongs: (UInt8) -> Bool) -> Int {
    var index = index
    while index > 0, belongs(base[index - 1]) { index -= 1 }
    return index
  }
}

extension UInt8 {
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  @inline(__always)
  var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// A capital of ASCII as a small letter.
  @inline(__always)
  var small: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Of a digit.
  @inline(__always)
  var digit: Int { Int(self) - 0x30 }

  /// Of a letter or digit, as IBANs count: `A` is 10.
  @inline(__always)
  var base36: Int { isDigit ? digit : Int(small) - 0x61 + 10 }
}
