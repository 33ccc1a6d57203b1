import Time

/// Days and times in the language's form; the caller has turned instants into days of the site's zone.
extension Words {
  /// `Thu 18 Sep`.
  public func day(_ date: CivilDate) -> String { text(.day, date) }
  /// `Thu 18 Sep 2025`.
  public func dayAndYear(_ date: CivilDate) -> String { text(.dayYear, date) }
  /// `Thursday 18 September 2025`.
  public func dayLong(_ date: CivilDate) -> String { text(.dayLong, date) }
  /// `18 Sep`.
  public func shortDay(_ date: CivilDate) -> String { text(.short, date) }
  /// `18 Sep 2025`.
  public func shortDayAndYear(_ date: CivilDate) -> String { text(.shortYear, date) }
  /// `September 2025`.
  public func month(_ date: CivilDate) -> String { text(.monthLong, date) }
  /// Monday 0 … Sunday 6.
  public func weekday(_ index: Int) -> String { forms.weekdays[index] }
  /// - Parameter index: 0 for Monday.
  public func weekdayLong(_ index: Int) -> String { forms.weekdaysLong[index] }

  /// `17:05`.
  public func time(millisecondOfDay: Int) -> String {
    forms.clock.text(millisecondOfDay: millisecondOfDay)
  }

  /// An hour as a mark on an axis: `09`.
  public func hour(_ hour: Int) -> String { forms.hour.text(millisecondOfDay: hour * 3_600_000) }

  /// Appends the time.
  public func write(millisecondOfDay: Int, to bytes: inout [UInt8]) {
    forms.clock.write(millisecondOfDay: millisecondOfDay, to: &bytes)
  }

  /// `1–28 September 2025`, `9 Aug – 27 Sep 2025`, `30 Dec 2025 – 2 Jan 2026`; `28 September 2025` for one day.
  public func range(_ first: CivilDate, _ last: CivilDate) -> String {
    text(rangeForm(first, last), first, last)
  }

  private func rangeForm(_ first: CivilDate, _ last: CivilDate) -> DateForm.Name {
    let (a, b) = (first.parts, last.parts)
    if first == last { return .rangeDay }
    return a.year != b.year ? .range : a.month != b.month ? .rangeYear : .rangeMonth
  }

  private func text(_ form: DateForm.Name, _ first: CivilDate, _ last: CivilDate? = nil) -> String {
    let forms = forms
    return forms[form].text(first, last, forms)
  }
}
