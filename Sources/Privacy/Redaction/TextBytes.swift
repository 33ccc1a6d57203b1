/// A text's bytes as detectors ask for them: outside of it there is a zero.
struct TextBytes {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : 0 }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { self[index].isDigit }

  /// Whether a byte belongs to a letter or digit. Beyond ASCII that is every sign but those of punctuation.
  @inline(__always)
  func isWord(_ index: Int) -> Bool {
    let byte = self[index]
    return byte < 0x80 ? byte.isWord : !isPunctuation(index)
  }

  /// Whether a byte beyond ASCII belongs to a sign of Latin-1's, of Unicode's general punctuation, symbols and arrows
  /// (U+2000 to U+2BFF), or of the East's (U+3000 to U+303F).
  private func isPunctuation(_ index: Int) -> Bool {
    var lead = index
    while lead > index - 3, self[lead] & 0xC0 == 0x80 { lead -= 1 }
    switch self[lead] {
    case 0xC2: return ![0xAA, 0xB5, 0xBA].contains(self[lead + 1])
    case 0xE2: return self[lead + 1] < 0xB0
    case 0xE3: return self[lead + 1] == 0x80
    default: return false
    }
  }

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
