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

  let entries: [Entry]

  init(_ context: ReportContext) {
    let entries = context.facts.parties.indices.compactMap { CustomerOrder.entry($0, context) }
    let keys = entries.map { entry in
      (Collation(entry.name), Collation(context.customerID(context.facts.parties[entry.fact].party)), entry.fact)
    }
    self.entries = entries.indices.sorted { keys[$0] < keys[$1] }.map { entries[$0] }
  }

  private static func entry(_ index: Int, _ context: ReportContext) -> Entry? {
    let party = context.facts.parties[index].party
    let events = context.store.parties[party].events
    let seen = events.partitioningIndex { context.store.events[$0].at > context.asOf }
    guard seen > events.lowerBound else { return nil }
    return Entry(
      fact: index, name: context.shownName(party), firstSeen: context.store.events[events.lowerBound].at,
      lastSeen: context.store.events[seen - 1].at)
  }
}
