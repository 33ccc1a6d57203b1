/// Tells fast of most digits that they are no number of the export: one look for each place where a group of digits
/// ends.
struct PhoneFilter: Sendable {
  /// Sixteen bits a number.
  private var bits: [UInt64] = [0]
  private static let powers: [UInt64] = (0...KnownPhones.significant).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  init() {}

  init(_ phones: KnownPhones) {
    let words = max(1, phones.numbers.count / 4)
    bits = [UInt64](repeating: 0, count: 1 << (Int.bitWidth - (words - 1).leadingZeroBitCount))
    for number in phones.numbers {
      let hash = PhoneFilter.hash(number)
      bits[Int(hash >> 40) & (bits.count - 1)] |= 1 << (hash & 63)
    }
  }
}

extension PhoneFilter {
  /// Whether a number of the export may begin at a digit: true for all that do.
  ///
  /// A number's groups are joined by up to three signs, and brackets may stand around one (`NumberShape`).
  @inline(__always)
  func mayBegin(_ text: TextBytes, at start: Int) -> Bool {
    var (at, digits, value) = (start, 0, UInt64(0))
    let most = PhoneFilter.powers[KnownPhones.significant]
    while digits < 32 {
      while text.isDigit(at) {
        value = (value &* 10 &+ UInt64(text[at] &- 0x30)) % most
        digits += 1
        at += 1
      }
      if digits >= 7, knows(value, digits) { return true }
      let end = at
      while at - end < 8, PhoneFilter.isJoint(text[at]) { at += 1 }
      if at == end || !text.isDigit(at) { return false }
    }
    return true
  }

  private func knows(_ value: UInt64, _ digits: Int) -> Bool {
    let count = min(digits, KnownPhones.significant)
    let hash = PhoneFilter.hash(value &+ UInt64(count) &* PhoneFilter.powers[count])
    return bits[Int(hash >> 40) & (bits.count - 1)] >> (hash & 63) & 1 == 1
  }

  @inline(__always)
  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0xA0, 0xC2: true
    default: false
    }
  }

  @inline(__always)
  private static func hash(_ number: UInt64) -> UInt64 {
    let mixed = number &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }
}
