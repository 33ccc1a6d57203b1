/// Tells fast of most digits that they are no number of the export: one look for each place where a group of digits
/// ends.
struct PhoneFilter: Sendable {
  private var numbers = WordFilter()
  private static let powers: [UInt64] = (0...KnownPhones.significant).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  init() {}

  init(_ phones: KnownPhones) {
    numbers = WordFilter(Array(phones.numbers))
  }
}

extension PhoneFilter {
  /// A number has so many digits at least, and as many bytes that `ByteClasses` has for its own.
  static let least = 7

  /// Whether a number of the export may begin at a digit: true for all that do.
  ///
  /// A number's groups are joined by up to three signs, and brackets may stand around one (`NumberShape`).
  @inline(__always)
  func mayBegin(_ text: TextBytes, at start: Int) -> Bool {
    var (at, digits, value) = (start, 0, UInt64(0))
    while digits < 32 {
      while text.isDigit(at) {
        value = (value &* 10 &+ UInt64(text[at] &- 0x30)) % 1_000_000_000
        digits += 1
        at += 1
      }
      if digits >= PhoneFilter.least, knows(value, digits) { return true }
      let end = at
      while at - end < 8, PhoneFilter.isJoint(text[at]) { at += 1 }
      if at == end || !text.isDigit(at) { return false }
    }
    return true
  }

  private func knows(_ value: UInt64, _ digits: Int) -> Bool {
    let count = min(digits, KnownPhones.significant)
    return numbers.mayHold(value &+ UInt64(count) &* PhoneFilter.powers[count])
  }

  @inline(__always)
  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0xA0, 0xC2: true
    default: false
    }
  }
}
