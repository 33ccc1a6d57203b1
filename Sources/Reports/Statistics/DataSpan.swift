import Events
import Time

/// From when to when the data goes, events after the as-of instant left out.
public struct DataSpan: Sendable, Equatable {
  public var first: Instant
  public var last: Instant
  /// The event before the last one; the last one itself where there is only one.
  public var beforeLast: Instant

  /// - Returns: nil if there is no event by `asOf`.
  public init?(_ events: [Event], asOf: Instant) {
    var first = Instant(milliseconds: .max)
    var last = Instant(milliseconds: .min)
    var before = last
    for event in events where event.at <= asOf {
      first = min(first, event.at)
      if event.at >= last {
        before = last
        last = event.at
      } else {
        before = max(before, event.at)
      }
    }
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    beforeLast = before.milliseconds == .min ? last : before
  }
}

extension DataSpan {
  /// How far the latest event, which decides the as-of instant, is from the one before it, if that is more than 7 days:
  /// then a clock may have been wrong.
  public var suspiciousGap: Length? {
    let gap = last - beforeLast
    return gap > .days(7) ? gap : nil
  }
}
