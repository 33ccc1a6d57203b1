/// The hash of a word or of words in a row, in which case and accents make no difference.
///
/// Sixty-four bits, the same on every machine: of a million phrases two share one with a chance of 1 to 37 million.
struct PhraseHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Eight letters of a word, or the last few of it.
  @inline(__always)
  mutating func add(letters: UInt64) {
    let mixed = (value ^ letters).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = mixed.high ^ mixed.low
  }

  /// Of words in a row: the order matters.
  @inline(__always)
  mutating func add(_ word: PhraseHash) {
    let mixed = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).high ^ value << 7
    value = mixed ^ word.value &* 0xD6E8_FEB8_6659_FD93
  }

  /// With all bits depending on all letters.
  var spread: UInt64 {
    var value = value ^ (value >> 32)
    value &*= 0xD6E8_FEB8_6659_FD93
    return value ^ (value >> 32)
  }
}

/// Words of a text one after the other: runs of letters and digits.
struct WordReader {
  let text: TextBytes

  /// The word that begins at an index; where it ends.
  @inline(__always)
  func word(at start: Int) -> (hash: PhraseHash, end: Int) {
    var hash = PhraseHash()
    var at = start
    while at + 8 <= text.count {
      let eight = EightBytes(text, at: at)
      let (letters, digits) = eight.lettersAndDigits
      let others = ~(letters | digits) & EightBytes.high
      let small = eight.bytes | letters >> 2
      if others == 0 {
        hash.add(letters: small)
        at += 8
        continue
      }
      let count = others.trailingZeroBitCount >> 3
      if text.base[at + count] >= 0x80 { return wideWord(at: start) }
      if count > 0 { hash.add(letters: small & (1 << UInt64(count * 8) - 1)) }
      return (hash, at + count)
    }
    guard text.count >= 8, at < text.count else { return wideWord(at: start) }
    // The last few bytes, with zeros behind them.
    let eight = EightBytes(EightBytes(text, at: text.count - 8).bytes >> UInt64((8 - (text.count - at)) * 8))
    let (letters, digits) = eight.lettersAndDigits
    let count = (~(letters | digits) & EightBytes.high).trailingZeroBitCount >> 3
    if at + count < text.count, text.base[at + count] >= 0x80 { return wideWord(at: start) }
    if count > 0 { hash.add(letters: (eight.bytes | letters >> 2) & (1 << UInt64(count * 8) - 1)) }
    return (hash, at + count)
  }

  /// The word that begins at an index, its first eight letters as they go into the hash, and where it ends.
  func opening(at start: Int) -> (hash: PhraseHash, letters: UInt64, end: Int) {
    let (letters, end) = letters(at: start)
    return (letters.hash, letters.first, end)
  }

  /// How many bytes a sign has that belongs to no word.
  func signLength(at index: Int) -> Int { text[index] < 0x80 ? 1 : scalar(index).1 }

  /// The same for words of any letters, one after the other.
  private func wideWord(at start: Int) -> (hash: PhraseHash, end: Int) {
    let (letters, end) = letters(at: start)
    return (letters.hash, end)
  }

  private func letters(at start: Int) -> (Letters, end: Int) {
    var letters = Letters()
    var at = start
    while at < text.count {
      let byte = text.base[at]
      if byte < 0x80 {
        guard byte.isLetter || byte.isDigit else { break }
        letters.add(UInt32(byte.small))
        at += 1
      } else {
        guard let next = beyondASCII(at, &letters) else { break }
        at = next
      }
    }
    return (letters, at)
  }

  /// Letters on their way into a hash, eight bytes at a time: one of ASCII takes one, any other three.
  private struct Letters {
    private var whole = PhraseHash()
    private var eight: UInt64 = 0
    private var count: UInt64 = 0
    private var opening: UInt64?

    /// Eight of them, or all.
    var first: UInt64 { opening ?? eight }

    var hash: PhraseHash {
      var hash = whole
      if count > 0 { hash.add(letters: eight) }
      return hash
    }

    mutating func add(_ letter: UInt32) {
      if letter < 0x80 { return add(byte: UInt64(letter)) }
      for shift in [0, 7, 14] as [UInt32] { add(byte: UInt64(letter >> shift & 0x7F | 0x80)) }
    }

    private mutating func add(byte: UInt64) {
      eight |= byte << (count * 8)
      count += 1
      if count == 8 {
        whole.add(letters: eight)
        opening = opening ?? eight
        (eight, count) = (0, 0)
      }
    }
  }

  /// - Returns: the next index; nothing if the character belongs to no word.
  private func beyondASCII(_ at: Int, _ letters: inout Letters) -> Int? {
    guard text.base[at] >= 0xC2 else { return nil }
    let (scalar, length) = scalar(at)
    switch LetterFold.shared.fold(scalar) {
    case .nothing: break
    case .letter(let letter): letters.add(letter)
    case .letters(let first, let second):
      letters.add(first)
      letters.add(second)
    case .none: return nil
    }
    return at + length
  }

  private func scalar(_ at: Int) -> (UInt32, Int) {
    let (a, b, c, d) = (UInt32(text[at]), UInt32(text[at + 1]), UInt32(text[at + 2]), UInt32(text[at + 3]))
    switch a {
    case 0xC2...0xDF: return ((a & 0x1F) << 6 | b & 0x3F, 2)
    case 0xE0...0xEF: return ((a & 0x0F) << 12 | (b & 0x3F) << 6 | c & 0x3F, 3)
    case 0xF0...0xF4: return ((a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | d & 0x3F, 4)
    default: return (0xFFFD, 1)
    }
  }
}

extension WordReader {
  /// Calls with each word's hash.
  func eachWord(_ body: (PhraseHash) -> Void) {
    var at = 0
    while at < text.count {
      let (hash, end) = word(at: at)
      if end > at { body(hash) }
      at = max(end, at + 1)
    }
  }
}
