import Time

/// The stretches of the calendar that reports count by.
public enum CalendarUnit: String, Sendable, CaseIterable {
  case day
  /// Monday to Sunday.
  case week
  case month
}

extension CalendarUnit {
  /// As options name them.
  static var allNames: [String] { allCases.map(\.rawValue) }

  /// The first day of the stretch that a day is in.
  public func start(of day: CivilDate) -> CivilDate {
    switch self {
    case .day: day
    case .week: day.advanced(by: -day.weekday)
    case .month: day.monthStart
    }
  }

  /// The first day of the next stretch.
  public func next(after day: CivilDate) -> CivilDate {
    switch self {
    case .day: day.advanced(by: 1)
    case .week: start(of: day).advanced(by: 7)
    case .month: day.nextMonthStart
    }
  }
}
