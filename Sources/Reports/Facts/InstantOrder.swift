import Time

/// Some of the facts in the order of an instant, those of one instant in the order of facts: a page about a month
/// looks at that month's alone, so that many pages do not each go through everything.
struct InstantOrder: Sendable {
  /// Positions among the facts.
  private let positions: [Int]
  let instants: [Instant]

  /// - Parameter instant: nil leaves the fact out.
  init<Fact>(_ facts: [Fact], by instant: (Fact) -> Instant?) {
    let dated = facts.indices.compactMap { position in instant(facts[position]).map { (at: $0, position: position) } }
      .sorted { ($0.at, $0.position) < ($1.at, $1.position) }
    positions = dated.map(\.position)
    instants = dated.map(\.at)
  }
}

extension InstantOrder {
  /// Positions of the facts whose instant lies in a span, by that instant.
  func byInstant(in span: Range<Instant>) -> ArraySlice<Int> {
    positions[firstIndex(from: span.lowerBound)..<firstIndex(from: span.upperBound)]
  }

  /// The same in the order of facts, in which a customer's stand together.
  func positions(in span: Range<Instant>) -> [Int] { byInstant(in: span).sorted() }

  /// The first at or after an instant, in this order.
  func firstIndex(from instant: Instant) -> Int { instants.indices.partitioningIndex { instants[$0] >= instant } }
}
