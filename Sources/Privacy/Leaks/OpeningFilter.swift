/// Tells fast of most words that no phrase begins with them: by the first eight letters of a word, for phrases of one
/// word, and by those of two words in a row, for longer ones. Thirty-two bits each, of which one is set.
struct OpeningFilter: Sendable {
  private var bits: [UInt64] = [0]
  private var shift: UInt64 = 63

  init() {}

  /// - Parameter hashes: of words and pairs of words with which phrases begin.
  init(_ hashes: [UInt64]) {
    let exponent = Int.bitWidth - max(1, hashes.count / 2).leadingZeroBitCount
    bits = [UInt64](repeating: 0, count: 1 << exponent)
    shift = 64 - UInt64(exponent)
    for hash in hashes { bits[Int(hash >> shift)] |= 1 << (hash >> 20 & 63) }
  }
}

extension OpeningFilter {
  /// Whether a phrase of one word may stand where a word begins with these letters, small ones,
  /// the first lowest.
  @inline(__always)
  func mayBegin(_ word: UInt64) -> Bool { holds(OpeningFilter.hash(word)) }

  /// Whether a longer phrase may.
  @inline(__always)
  func mayBegin(_ word: UInt64, _ next: UInt64) -> Bool { holds(OpeningFilter.hash(word, next)) }

  @inline(__always)
  private func holds(_ hash: UInt64) -> Bool {
    bits.withUnsafeBufferPointer { $0[Int(truncatingIfNeeded: hash &>> shift)] &>> (hash >> 20 & 63) & 1 == 1 }
  }

  /// Of a phrase of one word.
  @inline(__always)
  static func hash(_ word: UInt64) -> UInt64 { (word ^ word >> 29) &* 0x9E37_79B9_7F4A_7C15 }

  /// Of the first two words of a longer one.
  @inline(__always)
  static func hash(_ word: UInt64, _ next: UInt64) -> UInt64 { hash(word &* 0xD6E8_FEB8_6659_FD93 ^ next) }
}
