/// Values of one measure, and what they tell together. Percentiles are by nearest rank and exact: each is one of the
/// values (Hyndman and Fan 1996, definition 1).
public struct Sample<Value: Comparable & Sendable>: Sendable {
  /// Least first.
  public let sorted: [Value]

  public init(_ values: some Sequence<Value>) { sorted = values.sorted() }
}

/// The percentiles that a range strip shows.
public struct Spread<Value: Sendable>: Sendable {
  public var p10: Value
  public var p25: Value
  public var p50: Value
  public var p75: Value
  public var p90: Value
}

extension Sample {
  public var count: Int { sorted.count }
  public var least: Value? { sorted.first }
  public var most: Value? { sorted.last }
  public var median: Value? { percentile(50) }
  public var p90: Value? { percentile(90) }

  /// The least value that at least `percent` (1…100) of all values do not exceed; nil where there is none.
  public func percentile(_ percent: Int) -> Value? {
    guard !sorted.isEmpty else { return nil }
    let rank = (sorted.count * min(max(percent, 0), 100) + 99) / 100
    return sorted[max(rank, 1) - 1]
  }

  /// Nil where there is no value.
  public var spread: Spread<Value>? {
    guard let p10 = percentile(10), let p25 = percentile(25), let p50 = median, let p75 = percentile(75), let p90 else {
      return nil
    }
    return Spread(p10: p10, p25: p25, p50: p50, p75: p75, p90: p90)
  }
}
