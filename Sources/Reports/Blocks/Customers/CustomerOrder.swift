import Events
import Time

/// Customers who have an event by the as-of instant, by the names they are shown under, then by id,
/// then by brand.
struct CustomerOrder: Sendable {
  struct Entry: Sendable {
    /// A position in `Facts.parties`.
    var fact: Int
    /// As it is shown.
    var name: String
    var firstSeen: Instant
    var lastSeen: Instant
  }

  /// Positions in `Facts.parties`.
  private let facts: [UInt32]

  init(_ context: ReportContext) {
    let seen = context.facts.parties.indices.filter { context.isSeen(context.facts.parties[$0].party) }
    facts = NameOrder(seen.map { UInt32($0) }, context).sorted
  }
}

extension CustomerOrder {
  var count: Int { facts.count }

  func party(at place: Int, _ context: ReportContext) -> Int { context.facts.parties[Int(facts[place])].party }

  func entry(at place: Int, _ context: ReportContext) -> Entry {
    let party = party(at: place, context)
    let events = context.store.parties[party].events
    let seen = events.partitioningIndex { context.store.events[$0].at > context.asOf }
    return Entry(
      fact: Int(facts[place]), name: context.shownName(party), firstSeen: context.store.events[events.lowerBound].at,
      lastSeen: context.store.events[max(seen - 1, events.lowerBound)].at)
  }
}

extension ReportContext {
  /// Whether a party has an event by the as-of instant.
  fileprivate func isSeen(_ party: Int) -> Bool {
    let events = store.parties[party].events
    return !events.isEmpty && store.events[events.lowerBound].at <= asOf
  }
}

/// Sorts customers by their collated names, of which it keeps the bytes one behind another, then by their ids.
private struct NameOrder {
  private typealias Item = (prefix: UInt64, place: Int)

  private let context: ReportContext
  private let facts: [UInt32]
  private let names: ShownNames
  private var folded: [UInt8] = []
  /// By place among `facts`, where its folded name ends.
  private var ends: [Int] = []

  init(_ facts: [UInt32], _ context: ReportContext) {
    self.context = context
    self.facts = facts
    names = context.names
    ends.reserveCapacity(facts.count)
    for fact in facts {
      folded.append(contentsOf: Collation.folded(names[context.facts.parties[Int(fact)].party]))
      ends.append(folded.count)
    }
  }

  var sorted: [UInt32] {
    var items: [Item] = facts.indices.map { (prefix($0), $0) }
    items.sort { a, b in a.prefix != b.prefix ? a.prefix < b.prefix : order(a.place, b.place) < 0 }
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, isSame(items[start], items[end]) { end += 1 }
      if end - start > 1 { sortByID(&items[start..<end]) }
      start = end
    }
    return items.map { facts[$0.place] }
  }
}

extension NameOrder {
  private func range(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  private func party(_ place: Int) -> Int { context.facts.parties[Int(facts[place])].party }

  /// The first eight bytes, as a number that compares as they do.
  private func prefix(_ place: Int) -> UInt64 {
    let range = range(place)
    var prefix: UInt64 = 0
    for offset in 0..<8 {
      prefix = prefix << 8 | (offset < range.count ? UInt64(folded[range.lowerBound + offset]) : 0)
    }
    return prefix
  }

  /// Below 0 if one comes before the other, 0 for equal names.
  private func order(_ a: Int, _ b: Int) -> Int {
    let byFold = folded.withUnsafeBufferPointer { folded in
      NameOrder.compare(
        UnsafeBufferPointer(rebasing: folded[range(a)]), UnsafeBufferPointer(rebasing: folded[range(b)]))
    }
    guard byFold == 0 else { return byFold }
    return names.withBytes(party(a)) { a in names.withBytes(party(b)) { b in NameOrder.compare(a, b) } }
  }

  private func isSame(_ a: Item, _ b: Item) -> Bool { a.prefix == b.prefix && order(a.place, b.place) == 0 }

  private static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    for (x, y) in zip(a, b) where x != y { return x < y ? -1 : 1 }
    return a.count - b.count
  }

  private func sortByID(_ items: inout ArraySlice<Item>) {
    var keyed = items.map { (id: Collation(context.customerID(party($0.place))), item: $0) }
    keyed.sort { ($0.id, $0.item.place) < ($1.id, $1.item.place) }
    for (index, key) in zip(items.indices, keyed) { items[index] = key.item }
  }
}
