import Time

/// Days and times in the language's form; the caller has turned instants into days of the site's zone.
extension Words {
  /// `Thu 18 Sep`.
  public func day(_ date: CivilDate) -> String { fill("day", date) }
  /// `Thu 18 Sep 2025`.
  public func dayAndYear(_ date: CivilDate) -> String { fill("day_year", date) }
  /// `Thursday 18 September 2025`.
  public func dayLong(_ date: CivilDate) -> String { fill("day_long", date) }
  /// `18 Sep`.
  public func shortDay(_ date: CivilDate) -> String { fill("short", date) }
  /// `18 Sep 2025`.
  public func shortDayAndYear(_ date: CivilDate) -> String { fill("short_year", date) }
  /// `September 2025`.
  public func month(_ date: CivilDate) -> String { fill("month_long", date) }
  /// Monday 0 … Sunday 6.
  public func weekday(_ index: Int) -> String { forms.weekdays[index] }
  /// - Parameter index: 0 for Monday.
  public func weekdayLong(_ index: Int) -> String { forms.weekdaysLong[index] }

  /// `17:05`.
  public func time(millisecondOfDay: Int) -> String {
    "\(twoDigits(millisecondOfDay / 3_600_000)):\(twoDigits(millisecondOfDay / 60_000 % 60))"
  }

  /// `1–28 September 2025`, `9 Aug – 27 Sep 2025`, `30 Dec 2025 – 2 Jan 2026`; `28 September 2025` for one day.
  public func range(_ first: CivilDate, _ last: CivilDate) -> String {
    forms.dates[rangeForm(first, last)]?.filled { name in
      if name.hasPrefix("first_") { return part(of: first, name.dropFirst(6)) }
      return name.hasPrefix("last_") ? part(of: last, name.dropFirst(5)) : nil
    } ?? ""
  }

  private func rangeForm(_ first: CivilDate, _ last: CivilDate) -> String {
    let (a, b) = (first.parts, last.parts)
    if first == last { return "range_day" }
    return a.year != b.year ? "range" : a.month != b.month ? "range_year" : "range_month"
  }

  private func fill(_ form: String, _ date: CivilDate) -> String {
    forms.dates[form]?.filled { part(of: date, $0[...]) } ?? ""
  }

  /// Nil for a name that no date has: the place stays as it is written.
  private func part(of date: CivilDate, _ name: Substring) -> String? {
    let (year, month, day) = date.parts
    return switch name {
    case "day": String(day)
    case "month": forms.months[month - 1]
    case "month_long": forms.monthsLong[month - 1]
    case "year": String(year)
    case "weekday": forms.weekdays[date.weekday]
    case "weekday_long": forms.weekdaysLong[date.weekday]
    default: nil
    }
  }
}
