import Time

/// A form of days, its places known by what they hold: `{weekday} {day} {month}`.
struct DateForm: Sendable {
  /// `day` Thu 18 Sep · `dayYear` Thu 18 Sep 2025 · `dayLong` Thursday 18 September 2025 · `short` 18 Sep ·
  /// `shortYear` 18 Sep 2025 · `monthLong` September 2025 · four ranges, by what their ends share.
  enum Name: Int, CaseIterable {
    case day, dayYear, dayLong, short, shortYear, monthLong, rangeDay, rangeMonth, rangeYear, range

    var isRange: Bool { rawValue >= Name.rangeDay.rawValue }

    /// Below `format.date.`.
    var key: String {
      switch self {
      case .day: "day"
      case .dayYear: "day_year"
      case .dayLong: "day_long"
      case .short: "short"
      case .shortYear: "short_year"
      case .monthLong: "month_long"
      case .rangeDay: "range_day"
      case .rangeMonth: "range_month"
      case .rangeYear: "range_year"
      case .range: "range"
      }
    }
  }

  private enum Part {
    case text(String)
    case place(Place, isLast: Bool)
  }

  private enum Place: String {
    case day, month, year, weekday
    case monthLong = "month_long"
    case weekdayLong = "weekday_long"
  }

  private let parts: [Part]

  /// A place that no date has stays as it is written; of a range, only `first_…` and `last_…` are places.
  init(_ phrase: Phrase, isRange: Bool) {
    parts = phrase.parts.map { part in
      switch part {
      case .text(let words): return .text(words)
      case .place(let name):
        let isLast = isRange && name.hasPrefix("last_")
        let prefix = isLast ? "last_" : isRange ? "first_" : ""
        let place = name.hasPrefix(prefix) ? Place(rawValue: String(name.dropFirst(prefix.count))) : nil
        return place.map { .place($0, isLast: isLast) } ?? .text("{\(name)}")
      }
    }
  }
}

extension DateForm {
  /// - Parameter last: the second day of a range.
  func text(_ first: CivilDate, _ last: CivilDate? = nil, _ forms: Forms) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .place(let place, let isLast): text += DateForm.text(place, isLast ? last ?? first : first, forms)
      }
    }
    return text
  }

  private static func text(_ place: Place, _ date: CivilDate, _ forms: Forms) -> String {
    switch place {
    case .day: Numbers.plain(date.parts.day)
    case .month: forms.months[date.parts.month - 1]
    case .monthLong: forms.monthsLong[date.parts.month - 1]
    case .year: Numbers.plain(date.parts.year)
    case .weekday: forms.weekdays[date.weekday]
    case .weekdayLong: forms.weekdaysLong[date.weekday]
    }
  }
}
