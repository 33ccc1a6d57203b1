import Time

/// The latest event, and the latest of any other record than that one's.
struct LatestEvents: Sendable {
  private(set) var latest: Instant?
  private(set) var second: Instant?
  private var record: UInt64?

  mutating func add(_ event: Event) { add(event.at, event.record) }

  /// Takes over what was found among other records.
  mutating func merge(_ other: LatestEvents) {
    guard let at = other.latest, let record = other.record else { return }
    add(at, record)
    // Of whichever record it is, it is not that of the latest.
    if let at = other.second, second.map({ at > $0 }) ?? true { second = at }
  }

  private mutating func add(_ at: Instant, _ record: UInt64) {
    if latest.map({ at > $0 }) ?? true {
      if record != self.record { second = latest }
      (latest, self.record) = (at, record)
    } else if record != self.record, second.map({ at > $0 }) ?? true {
      second = at
    }
  }
}
