import Files

/// Telephone numbers of the export, by the hash of their last digits: with a country's code or without, in any groups.
public struct KnownPhones: Sendable {
  /// How many of the last digits tell numbers apart, whatever stands for country and trunk before them.
  static let significant = 9
  private(set) var numbers: Set<UInt64> = []

  public init() {}

  /// Adds a number; one of fewer than seven digits is none.
  public mutating func add(_ phone: String) {
    let digits = phone.utf8.filter(\.isDigit).suffix(KnownPhones.significant)
    guard digits.count >= 7 else { return }
    numbers.insert(digits.reduce(UInt64(digits.count)) { $0 * 10 + UInt64($1.digit) })
  }

  mutating func remove(_ others: KnownPhones) { numbers.subtract(others.numbers) }

  func digest(into builder: inout ContentDigestBuilder) {
    builder.add(UInt64(numbers.count))
    for number in numbers.sorted() { builder.add(number) }
  }

  var isEmpty: Bool { numbers.isEmpty }

  func contains(_ shape: NumberShape, _ text: TextBytes) -> Bool {
    guard !numbers.isEmpty, shape.digits >= 7 else { return false }
    let count = min(shape.digits, KnownPhones.significant)
    var digits = 0
    var place: UInt64 = 1
    var value: UInt64 = 0
    for group in shape.groups.reversed() {
      for at in (group.start..<group.end).reversed() where digits < count {
        value += UInt64(text[at].digit) * place
        place *= 10
        digits += 1
      }
    }
    return numbers.contains(value + UInt64(count) * place)
  }
}
