/// Tells fast of most hashes that they are none of some: one bit each, of some sixteen.
struct WordFilter: Sendable {
  private var bits: [UInt64] = [0]

  init() {}

  init(_ hashes: [UInt64]) {
    let words = max(1, hashes.count / 4)
    bits = [UInt64](repeating: 0, count: 1 << (Int.bitWidth - (words - 1).leadingZeroBitCount))
    for hash in hashes {
      let spread = WordFilter.spread(hash)
      bits[Int(spread >> 6) & (bits.count - 1)] |= 1 << (spread & 63)
    }
  }

  /// True for each of them, and for few others.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let spread = WordFilter.spread(hash)
    return bits[Int(spread >> 6) & (bits.count - 1)] >> (spread & 63) & 1 == 1
  }

  @inline(__always)
  private static func spread(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ mixed >> 32
  }
}
