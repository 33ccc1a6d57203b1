import Time

/// A period cut at the borders of the calendar: what has its anchor outside the period is in no bucket.
public struct Buckets: Sendable, Equatable {
  public let period: Period
  public let unit: CalendarUnit
  /// The days of each bucket, in order; the first and the last may be cut by the period.
  public let spans: [Period]

  public init(_ period: Period, by unit: CalendarUnit) {
    self.period = period
    self.unit = unit
    var spans: [Period] = []
    var first = period.first
    while first <= period.last {
      let next = unit.next(after: first)
      spans.append(Period(first: first, last: min(next.advanced(by: -1), period.last)))
      first = next
    }
    self.spans = spans
  }
}

extension Buckets {
  public var count: Int { spans.count }

  /// The position of a day's bucket; nil outside the period.
  public func index(of day: CivilDate) -> Int? {
    guard let offset = period.index(of: day), let start = spans.first?.first else { return nil }
    switch unit {
    case .day: return offset
    case .week: return (unit.start(of: day).dayNumber - unit.start(of: start).dayNumber) / 7
    case .month:
      let (a, b) = (start.parts, day.parts)
      return (b.year - a.year) * 12 + b.month - a.month
    }
  }

  /// The position of an instant's bucket, by the clock of a zone.
  public func index(of instant: Instant, in zone: Zone) -> Int? { index(of: zone.date(instant)) }

  /// How many instants fall in each bucket.
  public func counts(_ instants: some Sequence<Instant>, in zone: Zone) -> [Int] {
    var counts = Array(repeating: 0, count: count)
    for instant in instants {
      if let index = index(of: instant, in: zone) { counts[index] += 1 }
    }
    return counts
  }

  /// Whether the period cuts the bucket short.
  public func isCut(_ index: Int) -> Bool {
    let span = spans[index]
    return span.first != unit.start(of: span.first) || span.last.advanced(by: 1) != unit.next(after: span.first)
  }
}
