/// The hash of a word or of words in a row, in which case and accents make no difference.
///
/// Sixty-four bits, the same on every machine: of a million phrases two share one with a chance of 1 to 37 million.
struct PhraseHash: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ letter: UInt32) { value = (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3 }

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
  private let letters = WordReader.letters

  init(text: TextBytes) { self.text = text }

  /// By byte: a letter in small, or a digit, of ASCII; 0 for its other signs; `wide` for all beyond it.
  nonisolated(unsafe) private static let letters: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0...255 {
      let byte = UInt8(byte)
      table[Int(byte)] = byte >= 0x80 ? wide : byte.isLetter || byte.isDigit ? byte.small : 0
    }
    return UnsafePointer(table)
  }()
  private static let wide: UInt8 = 0xFF

  /// The word that begins at an index; where it ends.
  @inline(__always)
  func word(at start: Int) -> (hash: PhraseHash, end: Int) {
    var hash = PhraseHash()
    var at = start
    while at < text.count {
      let letter = letters[Int(text.base[at])]
      if letter != WordReader.wide {
        guard letter != 0 else { break }
        hash.add(UInt32(letter))
        at += 1
      } else {
        guard let next = beyondASCII(at, &hash) else { break }
        at = next
      }
    }
    return (hash, at)
  }

  /// How many bytes a sign has that belongs to no word.
  func signLength(at index: Int) -> Int { text[index] < 0x80 ? 1 : scalar(index).1 }

  /// - Returns: the next index; nothing if the character belongs to no word.
  private func beyondASCII(_ at: Int, _ hash: inout PhraseHash) -> Int? {
    let (scalar, length) = scalar(at)
    switch LetterFold.shared.fold(scalar) {
    case .nothing: break
    case .letter(let letter): hash.add(letter)
    case .letters(let first, let second):
      hash.add(first)
      hash.add(second)
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
