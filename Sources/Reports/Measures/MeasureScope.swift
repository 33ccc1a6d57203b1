import SQL
import Time

/// What a measure is asked about: days, and what is kept of them.
public struct MeasureScope: Sendable, Equatable {
  public var period: Period
  public var filters: [MeasureFilter]

  public init(_ period: Period, filters: [MeasureFilter] = []) {
    self.period = period
    self.filters = filters
  }
}

/// Keeps what has one value in a dimension.
public struct MeasureFilter: Sendable, Equatable {
  public var dimension: MeasureDimension
  /// As the export names it: a channel, an agent's id, a brand.
  public var value: String

  public init(_ dimension: MeasureDimension, _ value: String) {
    self.dimension = dimension
    self.value = value
  }

  public static func == (a: MeasureFilter, b: MeasureFilter) -> Bool {
    a.dimension == b.dimension && ExactText(a.value) == ExactText(b.value)
  }
}

/// What measures are broken down by. Times are those of a unit's anchor on the site's clock.
public enum MeasureDimension: String, CaseIterable, Sendable {
  case day, week, month, weekday, hour
  /// A Conversation's first, a Session's or Contact's own.
  case channel
  /// Those who wrote in it: a Contact of two agents is in the row of each, and once in the total.
  case agent
  case brand
}

/// Measures by the values of a dimension.
public struct MeasureBreakdown: Sendable {
  public struct Row: Sendable {
    /// As the export names it; a day, or a week's or month's first day, as `2026-05-04`; a weekday from 1, Monday; an
    /// hour from 0.
    public var key: String
    /// As readers see it.
    public var label: String
    /// In the order asked for.
    public var readings: [MeasureReading]
    /// The days that it covers, where it is a stretch of time.
    public var days: Period?
    /// The data ends within it.
    public var isUnfinished: Bool
    /// The data covers some of it.
    public var isCovered: Bool
  }

  public var dimension: MeasureDimension
  /// Times in their order, with those in which nothing happened; all others by label.
  public var rows: [Row]
  /// Of the whole scope: not a sum, where a unit stands in several rows.
  public var total: [MeasureReading]
}
