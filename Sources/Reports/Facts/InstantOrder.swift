import Time

/// Some of the facts in the order of an instant, those of one instant in the order of facts: a page about a month
/// looks at that month's alone, so that many pages do not each go through everything.
struct InstantOrder: Sendable {
  /// Positions among the facts; the instants are read from the facts, where they are already.
  private let positions: [UInt32]
  private let instant: @Sendable (Int) -> Instant

  /// - Parameter instant: nil leaves the fact out.
  init<Fact>(_ facts: FactColumn<Fact>, by instant: @escaping @Sendable (Fact) -> Instant?) {
    var dated: [(at: Instant, position: UInt32)] = []
    for position in facts.indices {
      if let at = instant(facts[position]) { dated.append((at, UInt32(position))) }
    }
    dated.sort { ($0.at, $0.position) < ($1.at, $1.position) }
    positions = dated.map(\.position)
    self.instant = { instant(facts[$0]) ?? Instant(milliseconds: 0) }
  }
}

extension InstantOrder {
  /// How many facts have an instant.
  var count: Int { positions.count }

  func instant(at place: Int) -> Instant { instant(Int(positions[place])) }

  /// Positions of the facts whose instant lies in a span, by that instant.
  func byInstant(in span: Range<Instant>) -> [Int] {
    positions[firstIndex(from: span.lowerBound)..<firstIndex(from: span.upperBound)].map { Int($0) }
  }

  /// The same in the order of facts, in which a customer's stand together.
  func positions(in span: Range<Instant>) -> [Int] { byInstant(in: span).sorted() }

  /// The first at or after an instant, in this order.
  func firstIndex(from instant: Instant) -> Int {
    positions.indices.partitioningIndex { self.instant(at: $0) >= instant }
  }
}
