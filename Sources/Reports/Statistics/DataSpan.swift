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
}
