import TestSupport
import Testing

@testable import Reports

@Suite struct DigitOrderTests {
  /// Few enough to be compared and many enough for digits; small and large spans.
  @Test(arguments: [0, 1, 2, 1023, 1024, 3000], [0, 1, 11, 12, 33, 63])
  func sortsAsComparingDoes(count: Int, bits: Int) {
    var random = SeededNumbers(seed: UInt64(count * 64 + bits))
    let numbers = (0..<count).map { _ in Int64(bitPattern: random.next() >> UInt64(63 - bits)) &- 1_000_000 }
    var sorted = numbers
    DigitOrder.sort(&sorted)
    #expect(sorted == numbers.sorted(), "\(count) numbers of \(bits) bits")
  }

  @Test func sortsTheLeastAndTheMostNumberThereIs() {
    var numbers = (0..<2000).map { $0 % 2 == 0 ? Int64.max - Int64($0) : Int64.min + Int64($0) }
    let expected = numbers.sorted()
    DigitOrder.sort(&numbers)
    #expect(numbers == expected)
  }

  @Test func keepsTheOrderOfKeysWithTheSameBits() {
    var keys = (0..<5000).map { UInt64(($0 * 7919) % 16) << 32 | UInt64($0) }
    DigitOrder.sort(&keys, from: 32, bits: 4)
    #expect(keys == keys.sorted())
  }
}
