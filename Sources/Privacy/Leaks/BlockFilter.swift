import Synchronization

/// Tells fast of most hashes that they are none of some: three bits of one word each. Several threads may fill it.
final class BlockFilter: @unchecked Sendable {
  // Unchecked: the words are atomic, and there for as long as the filter.
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  private let count: Int

  /// - Parameter words: how many of 64 bits, a power of two.
  init(words count: Int) {
    self.count = count
    words = .allocate(capacity: count)
    for place in 0..<count { (words + place).initialize(to: Atomic(0)) }
  }

  deinit { words.deallocate() }

  /// A filter as loops ask it: without counting, word for word, who holds it.
  struct Bits {
    fileprivate let words: UnsafeMutablePointer<Atomic<UInt64>>
    fileprivate let mask: Int
  }

  /// - Parameter body: must not let the bits out.
  @inline(__always)
  func withBits<Result>(_ body: (Bits) -> Result) -> Result {
    withExtendedLifetime(self) { body(Bits(words: words, mask: count - 1)) }
  }
}

extension BlockFilter.Bits {
  @inline(__always)
  func insert(_ hash: UInt64) {
    let (word, bits) = place(of: hash)
    // Texts repeat: most bits are there, and reading a word leaves it with all threads that read it.
    if word.pointee.load(ordering: .relaxed) & bits != bits { word.pointee.bitwiseOr(bits, ordering: .relaxed) }
  }

  /// True for each that was put in, and for few others.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool {
    let (word, bits) = place(of: hash)
    return word.pointee.load(ordering: .relaxed) & bits == bits
  }

  @inline(__always)
  private func place(of hash: UInt64) -> (word: UnsafeMutablePointer<Atomic<UInt64>>, bits: UInt64) {
    (
      words + Int(truncatingIfNeeded: hash >> 40) & mask,
      1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63)
    )
  }
}
