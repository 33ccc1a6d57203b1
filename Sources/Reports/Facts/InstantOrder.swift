import Time

/// Some of the facts in the order of an instant, those of one instant in the order of facts: a page about a month
/// looks at that month's alone, so that many pages do not each go through everything.
struct InstantOrder: Sendable {
  /// Positions among the facts; the instants are read from the facts, where they are already.
  private let positions: [UInt32]
  private let instant: @Sendable (Int) -> Instant

  /// - Parameter instant: nil leaves the fact out.
  init<Fact>(_ facts: FactColumn<Fact>, by instant: @escaping @Sendable (Fact) -> Instant?) {
    positions = InstantOrder.sorted(facts, by: instant)
    self.instant = { instant(facts[$0]) ?? Instant(milliseconds: 0) }
  }
}

extension InstantOrder {
  /// How many facts have an instant.
  var count: Int { positions.count }

  func instant(at place: Int) -> Instant { instant(Int(positions[place])) }

  /// Positions of the facts at some places, in this order.
  func positions(at places: Range<Int>) -> [UInt32] { Array(positions[places]) }

  /// A fact's position by its place in this order.
  func position(at place: Int) -> Int { Int(positions[place]) }

  /// The places of the facts whose instant lies in a span.
  func places(in span: Range<Instant>) -> Range<Int> {
    let first = firstIndex(from: span.lowerBound)
    return first..<max(first, firstIndex(from: span.upperBound))
  }

  /// Positions of these facts in the order of facts, in which a customer's stand together.
  func positions(in span: Range<Instant>) -> [UInt32] {
    let own = positions[places(in: span)]
    guard own.count > 64 else { return own.sorted() }
    return InstantOrder.ascending(own)
  }

  /// The first at or after an instant, in this order.
  func firstIndex(from instant: Instant) -> Int {
    positions.indices.partitioningIndex { self.instant(at: $0) >= instant }
  }
}

extension InstantOrder {
  private static func sorted<Fact>(_ facts: FactColumn<Fact>, by instant: (Fact) -> Instant?) -> [UInt32] {
    var least = Int64.max
    var most = Int64.min
    for fact in facts {
      guard let at = instant(fact)?.milliseconds else { continue }
      (least, most) = (min(least, at), max(most, at))
    }
    guard least <= most else { return [] }
    let positionBits = 64 - UInt64(facts.count).leadingZeroBitCount
    let instantBits = 64 - UInt64(bitPattern: most &- least).leadingZeroBitCount
    guard positionBits + instantBits <= 64 else { return compared(facts, by: instant) }
    var keys: [UInt64] = []
    keys.reserveCapacity(facts.count)
    for position in facts.indices {
      guard let at = instant(facts[position])?.milliseconds else { continue }
      keys.append(UInt64(bitPattern: at &- least) << UInt64(positionBits) | UInt64(position))
    }
    DigitOrder.sort(&keys, from: positionBits, bits: instantBits)
    let mask: UInt64 = 1 << UInt64(positionBits) - 1
    return keys.map { UInt32(truncatingIfNeeded: $0 & mask) }
  }

  /// For spans of time that leave no room for the position in one number.
  private static func compared<Fact>(_ facts: FactColumn<Fact>, by instant: (Fact) -> Instant?) -> [UInt32] {
    var dated: [(at: Instant, position: UInt32)] = []
    for position in facts.indices {
      if let at = instant(facts[position]) { dated.append((at, UInt32(position))) }
    }
    dated.sort { ($0.at, $0.position) < ($1.at, $1.position) }
    return dated.map(\.position)
  }

  /// Different positions, least first: each sets a bit, and the bits are read in order.
  private static func ascending(_ positions: ArraySlice<UInt32>) -> [UInt32] {
    let least = Int(positions.min() ?? 0)
    var words = [UInt64](repeating: 0, count: (Int(positions.max() ?? 0) - least) / 64 + 1)
    for position in positions { words[(Int(position) - least) >> 6] |= 1 << UInt64((Int(position) - least) & 63) }
    var sorted: [UInt32] = []
    sorted.reserveCapacity(positions.count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        sorted.append(UInt32(least + (index << 6) + rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return sorted
  }
}
