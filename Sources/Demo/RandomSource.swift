/// SplitMix64: small, and the same numbers on every machine.
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
struct RandomSource: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A source for one part of the work, which does not depend on how much was drawn elsewhere.
  init(seed: UInt64, part: UInt64) {
    var root = RandomSource(seed: seed ^ (part &+ 1) &* 0xD1B5_4A32_D192_ED03)
    state = root.next()
  }
}

extension RandomSource {
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// At least 0, below 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the range; the bias of the remainder is below one in a billion for ranges this small.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<T>(_ items: [T]) -> T { items[within(0...items.count - 1)] }

  /// The index of one of the weights, with the probability that it has among them.
  mutating func index(weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (i, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return i }
    }
    return weights.count - 1
  }

  /// A length between the two, short ones more often: the cube of a uniform number spread over the range.
  mutating func delay(_ shortest: Int, _ longest: Int) -> Int {
    let u = unit()
    return shortest + Int(u * u * u * Double(longest - shortest))
  }

  /// 22 characters of base64url, as the platform's ids: 128 random bits.
  mutating func identifier() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(22)
    var low = next()
    var high = next()
    for i in 0..<22 {
      if i == 11 { swap(&low, &high) }
      bytes.append(RandomSource.alphabet[Int(low & 63)])
      low >>= 6
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
