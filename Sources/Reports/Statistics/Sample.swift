import Time

/// Values of one measure, and what they tell together. Percentiles are by nearest rank and exact: each is one of the
/// values (Hyndman and Fan 1996, definition 1).
public struct Sample<Value: Comparable & Sendable>: Sendable {
  public let count: Int
  /// All values, least first; of more than a hundred the least and the percentiles from 1 to 100 alone.
  private let ranks: [Value]

  public init(_ values: some Sequence<Value>) { self.init(sorted: values.sorted()) }

  fileprivate init(sorted: [Value]) {
    count = sorted.count
    ranks = sorted.count <= 101 ? sorted : (0...100).map { sorted[Sample.place($0, of: sorted.count)] }
  }

  /// By nearest rank.
  private static func place(_ percent: Int, of count: Int) -> Int { max((count * percent + 99) / 100, 1) - 1 }
}

extension Sample where Value == Length {
  public init(_ values: some Sequence<Length>) {
    var numbers = values.map(\.milliseconds)
    DigitOrder.sort(&numbers)
    self.init(sorted: numbers.map { Length(milliseconds: $0) })
  }
}

extension Sample where Value == Int {
  public init(_ values: some Sequence<Int>) {
    var numbers = values.map { Int64($0) }
    DigitOrder.sort(&numbers)
    self.init(sorted: numbers.map { Int($0) })
  }
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
  public var least: Value? { ranks.first }
  public var most: Value? { ranks.last }
  public var median: Value? { percentile(50) }
  public var p90: Value? { percentile(90) }

  /// The least value that at least `percent` (1…100) of all values do not exceed; nil where there is none.
  public func percentile(_ percent: Int) -> Value? {
    guard !ranks.isEmpty else { return nil }
    let percent = min(max(percent, 0), 100)
    return ranks[count <= 101 ? Sample.place(percent, of: count) : percent]
  }

  /// Nil where there is no value.
  public var spread: Spread<Value>? {
    guard let p10 = percentile(10), let p25 = percentile(25), let p50 = median, let p75 = percentile(75), let p90 else {
      return nil
    }
    return Spread(p10: p10, p25: p25, p50: p50, p75: p75, p90: p90)
  }
}
