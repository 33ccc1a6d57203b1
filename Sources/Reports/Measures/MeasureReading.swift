import Time

/// What a measure came to.
public struct MeasureReading: Sendable, Equatable {
  public var value: MeasureValue
  /// On how many units the value rests; nil for a count, which says so itself.
  public var n: Int?
  /// Wilson's score interval of a share at 95 %, from 0 to 1, where the measure asks for it.
  public var interval: ClosedRange<Double>?
  /// Whether n reaches the measure's minimum; if not, the value is not shown.
  public var isEnough: Bool

  public init(_ value: MeasureValue, n: Int? = nil, interval: ClosedRange<Double>? = nil, isEnough: Bool = true) {
    self.value = value
    self.n = n
    self.interval = interval
    self.isEnough = isEnough
  }
}

/// A value in its exact form, so that rounding is left to where it is printed.
public enum MeasureValue: Sendable, Equatable {
  /// Nothing to say: a median of nothing, a share of nothing, a day that the data does not cover.
  case nothing
  case count(Int)
  case share(Int, of: Int)
  /// So many of one unit for each of another.
  case quotient(Int, Int)
  case length(Length)
  case number(Double)
}
