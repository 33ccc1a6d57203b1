import Files
import TestSupport
import Testing
import Time

@testable import Reports

@Suite struct InstantOrderTests {
  /// Instants by position; below 0 for none.
  private func order(_ instants: [Int64]) throws -> InstantOrder {
    let column = ScratchColumn<Int64>(inMemory: .max)
    for instant in instants { try column.append(instant) }
    return InstantOrder(FactColumn(column)) { $0 < 0 ? nil : Instant(milliseconds: $0) }
  }

  @Test(arguments: [0, 1, 64, 65, 4000], [20, 40, 62])
  func findsTheFactsOfASpanInTheOrderOfFacts(count: Int, bits: Int) throws {
    var random = SeededNumbers(seed: UInt64(count * 64 + bits))
    let instants = (0..<count).map { _ in
      random.next() % 9 == 0 ? -1 : Int64(bitPattern: random.next() >> UInt64(64 - bits))
    }
    let order = try order(instants)
    let span = Instant(milliseconds: 1 << (bits - 3))..<Instant(milliseconds: 1 << (bits - 1))
    let expected = instants.indices.filter { span.contains(Instant(milliseconds: instants[$0])) }
    #expect(order.positions(in: span) == expected.map { UInt32($0) }, "\(count) instants of \(bits) bits")
    let places = order.places(in: span).map { (instants[order.position(at: $0)], order.position(at: $0)) }
    #expect(places.elementsEqual(expected.map { (instants[$0], $0) }.sorted { $0 < $1 }, by: ==))
  }

  @Test func leavesOutFactsWithoutAnInstant() throws {
    #expect(try order([5, -1, 3]).count == 2)
  }
}
