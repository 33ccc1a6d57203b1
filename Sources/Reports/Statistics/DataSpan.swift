import Events
import Time

/// From when to when the data goes, events after the as-of instant left out.
public struct DataSpan: Sendable, Equatable {
  public var first: Instant
  public var last: Instant

  /// - Returns: nil if there is no event by `asOf`.
  public init?(_ events: EventSlice, asOf: Instant) {
    var first = Instant(milliseconds: .max)
    var last = Instant(milliseconds: .min)
    for event in events where event.at <= asOf {
      first = min(first, event.at)
      last = max(last, event.at)
    }
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The same of all parties' events, of which each party's are in order: few of them are looked at.
  init?(_ store: EventStore, asOf: Instant) {
    var first = Instant(milliseconds: .max)
    var last = Instant(milliseconds: .min)
    for party in store.parties {
      let known = party.events.partitioningIndex { store.events[$0].at > asOf }
      guard known > party.events.lowerBound else { continue }
      first = min(first, store.events[party.events.lowerBound].at)
      last = max(last, store.events[known - 1].at)
    }
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }
}
