import TestSupport
import Testing

@testable import Events

/// Which range of customers takes an event.
@Suite struct CustomerRangesTests {
  private typealias Key = CustomerRanges.Key

  /// Customers of a few letters behind what many of them begin with, and a few that are shorter or quite different.
  private func customer(_ prefix: String, _ numbers: inout SeededNumbers) -> [UInt8] {
    let letters = (0..<numbers.below(12)).map { _ in UInt8(0x61 + numbers.below(3)) }
    return numbers.below(8) == 0 ? letters : Array(prefix.utf8) + letters
  }

  private func precedes(_ a: Key, _ b: Key) -> Bool {
    a.brand == b.brand ? a.customer.lexicographicallyPrecedes(b.customer) : a.brand.lexicographicallyPrecedes(b.brand)
  }

  private func range(of key: Key, in ranges: CustomerRanges) -> Int {
    let boundaries = key.brand.withUnsafeBufferPointer { ranges.ranges(ofBrand: $0) }
    // As in a file, more bytes follow a customer's.
    return (key.customer + [UInt8](repeating: 0x7A, count: 16)).withUnsafeBufferPointer {
      ranges.range(of: UnsafeBufferPointer(rebasing: $0[..<key.customer.count]), in: boundaries)
    }
  }

  @Test(arguments: ["", "c0", "customer", "customer-", "urn:customer:eu:"], 1...4 as ClosedRange<UInt64>)
  func followTheOrderOfCustomers(prefix: String, seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let brands: [[UInt8]] = seed % 2 == 0 ? [[]] : [[], Array("acme".utf8), Array("zeta".utf8)]
    let keys = (0..<400).map { _ in
      Key(brand: brands[numbers.below(brands.count)], customer: customer(prefix, &numbers))
    }
    let ranges = CustomerRanges(sample: Array(keys.prefix(200)), count: 24)
    #expect(ranges.count > 12)
    let sorted = keys.sorted { precedes($0, $1) }
    let places = sorted.map { range(of: $0, in: ranges) }
    #expect(places == places.sorted())
    for (a, b) in zip(zip(sorted, places), zip(sorted, places).dropFirst()) where a.0.brand == b.0.brand {
      if a.0.customer == b.0.customer { #expect(a.1 == b.1) }
    }
    #expect(Set(places).count > 12)
  }
}
