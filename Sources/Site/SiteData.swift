import Diagnostics
import Events
import Time

/// What was read, and the span of time that it covers.
struct SiteData: Sendable {
  let store: EventStore
  /// The end of data: given, or the latest event.
  let asOf: Instant
  /// When the first event was.
  let earliest: Instant
  /// The first event's day and the as-of day, or the last event's before it.
  let first: CivilDate
  let last: CivilDate

  init(store: EventStore, asOf: Instant?, zone: Zone) throws(Diagnostics) {
    guard let latest = store.latest else { throw Diagnostics([.error("the data holds no event")]) }
    self.store = store
    self.asOf = asOf ?? latest
    let end = min(self.asOf, latest)
    let earliest = store.parties.lazy.compactMap { store.events(of: $0).first?.at }.min() ?? end
    guard earliest <= end else {
      throw Diagnostics([
        .error(
          "every event is later than the as-of instant \(self.asOf)", help: "the first event is at \(earliest)")
      ])
    }
    self.earliest = earliest
    first = zone.date(earliest)
    last = zone.date(end)
    store.expectScatteredReads()
  }
}
