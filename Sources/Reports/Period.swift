import Time

/// Whole days of the site's zone, first and last included.
public struct Period: Sendable, Equatable {
  public var first: CivilDate
  public var last: CivilDate

  public init(first: CivilDate, last: CivilDate) {
    self.first = first
    self.last = last
  }

  public var days: Int { last.dayNumber - first.dayNumber + 1 }

  /// As many days right before it.
  public var before: Period { Period(first: first.advanced(by: -days), last: first.advanced(by: -1)) }

  /// The month of a day.
  public static func month(of day: CivilDate) -> Period {
    Period(first: day.monthStart, last: day.nextMonthStart.advanced(by: -1))
  }

  /// The day's position in the period; nil outside it.
  public func index(of day: CivilDate) -> Int? {
    day >= first && day <= last ? day.dayNumber - first.dayNumber : nil
  }
}
