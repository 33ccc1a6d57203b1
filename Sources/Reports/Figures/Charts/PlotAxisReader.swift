import Diagnostics
import SQL
import Time

/// Tells what the values of a column are places of: names, stretches of the calendar, hours, instants.
struct PlotAxisReader {
  let desk: FigureDesk
  let rows: FigureRows
  let x: String
}

extension PlotAxisReader {
  private var column: FigureRows.Column { rows.columns[rows.index(x)] }
  private var context: ReportContext { desk.context }
  var title: String { column.title }

  func read() throws(Diagnostics) -> (PlotData.Axis, [PlotData.Place]) {
    let values = rows.column(x)
    if let unit = try calendarUnit(values) { return (.days(unit), try spans(values, unit)) }
    if isInstants(values) { return (.instants, try instants(values)) }
    if let cycle = cycle(values) { return (.cycle, cycle) }
    return (.bands, try bands(values))
  }

  /// The key under which a value of the rows stands.
  func key(_ text: String, _ axis: PlotData.Axis) -> String {
    guard case .days(let unit) = axis, let day = PlotAxisReader.day(text) else { return text }
    return unit.start(of: day).description
  }

  /// A day, or a month's first.
  static func day(_ text: String) -> CivilDate? { CivilDate(day: text) ?? CivilDate(month: text) }
}

/// Stretches of the calendar.
extension PlotAxisReader {
  private func calendarUnit(_ values: [FigureValue]) throws(Diagnostics) -> CalendarUnit? {
    if let dimension = rows.dimension { return CalendarUnit(rawValue: dimension.rawValue) }
    let days = values.map { PlotAxisReader.day($0.plain) }
    if column.format == .date, let row = days.firstIndex(of: nil) {
      throw desk.misfit(values[row], column, row: row, .date, in: rows)
    }
    let known = days.compactMap(\.self)
    guard known.count == values.count, !known.isEmpty else { return nil }
    return unit(known, areMonths: values.contains { $0.plain.utf8.count == 7 })
  }

  /// The column's name decides, and where it says nothing, the days: all Mondays are weeks, all firsts are months.
  private func unit(_ days: [CivilDate], areMonths: Bool) -> CalendarUnit {
    if areMonths || x.contains("month") { return .month }
    if x == "day" { return .day }
    if x.contains("week") { return .week }
    let distinct = Set(days)
    guard distinct.count > 1 else { return .day }
    if distinct.allSatisfy({ $0.parts.day == 1 }) { return .month }
    return distinct.allSatisfy { $0.weekday == 0 } ? .week : .day
  }

  private func spans(_ values: [FigureValue], _ unit: CalendarUnit) throws(Diagnostics) -> [PlotData.Place] {
    let days = values.compactMap { PlotAxisReader.day($0.plain) }.map { unit.start(of: $0) }
    guard let first = days.min(), let last = days.max() else { return [] }
    let least = last.dayNumber - first.dayNumber
    let most = PlotDataBuilder.most * (unit == .day ? 1 : unit == .week ? 7 : 28)
    guard least <= most else {
      throw desk.fail(
        "the days of `\(x)` go from \(first) to \(last), expected at most \(PlotDataBuilder.most) places",
        help: "group the rows by week or month")
    }
    let known = Set(days)
    var covered: Set<CivilDate> = known
    if rows.dimension != nil {
      covered = Set(zip(days, rows.rows).filter { $0.1.isCovered }.map(\.0))
    }
    var places: [PlotData.Place] = []
    var day = first
    while day <= last {
      places.append(place(day, unit, hasRow: covered.contains(day)))
      day = unit.next(after: day)
    }
    return places
  }

  private func place(_ day: CivilDate, _ unit: CalendarUnit, hasRow: Bool) -> PlotData.Place {
    let span = Period(first: day, last: unit.next(after: day).advanced(by: -1))
    var place = PlotData.Place(key: day.description, label: name(of: span, unit))
    place.days = span
    place.instant = context.zone.start(of: day)
    place.hasRow = hasRow
    place.isUnfinished = context.covers(span) && context.asOf < context.zone.start(of: span.last.advanced(by: 1))
    return place
  }

  private func name(of span: Period, _ unit: CalendarUnit) -> String {
    let words = context.words
    switch unit {
    case .day:
      return context.page.period.index(of: span.first) == nil ? words.dayAndYear(span.first) : words.day(span.first)
    case .week:
      return words.fill(
        "overview.bucket.days", ["first": words.shortDay(span.first), "last": words.shortDayAndYear(span.last)])
    case .month: return words.month(span.first)
    }
  }
}

/// Names, hours, instants.
extension PlotAxisReader {
  private func isInstants(_ values: [FigureValue]) -> Bool {
    column.format == .time || values.allSatisfy { Instant($0.plain) != nil }
  }

  /// In order; two rows of one instant are told by the builder.
  private func instants(_ values: [FigureValue]) throws(Diagnostics) -> [PlotData.Place] {
    var places: [PlotData.Place] = []
    for (row, value) in values.enumerated() {
      guard let instant = Instant(value.plain) else {
        throw desk.misfit(value, column, row: row, .time, in: rows)
      }
      var place = PlotData.Place(key: value.plain, label: context.moment(instant))
      place.instant = instant
      places.append(place)
    }
    return places.enumerated().sorted {
      ($0.element.instant?.milliseconds ?? 0, $0.offset) < ($1.element.instant?.milliseconds ?? 0, $1.offset)
    }.map(\.element)
  }

  /// `hour` from 0 and `weekday` from 1, with those that have no row.
  private func cycle(_ values: [FigureValue]) -> [PlotData.Place]? {
    let name = rows.dimension?.rawValue ?? x
    guard name == "hour" || name == "weekday" else { return nil }
    let range = name == "hour" ? 0...23 : 1...7
    let numbers = values.map { Int($0.plain) }
    guard numbers.allSatisfy({ $0.map(range.contains) ?? false }) else { return nil }
    return range.map { number in
      var place = PlotData.Place(
        key: String(number), label: PlotAxisReader.label(number, isHour: name == "hour", context))
      place.hasRow = numbers.contains(number)
      return place
    }
  }

  static func label(_ number: Int, isHour: Bool, _ context: ReportContext) -> String {
    isHour ? context.words.time(millisecondOfDay: number * 3_600_000) : context.words.weekdayLong(number - 1)
  }

  private func bands(_ values: [FigureValue]) throws(Diagnostics) -> [PlotData.Place] {
    var places: [PlotData.Place] = []
    var seen: Set<ExactText> = []
    for (row, value) in values.enumerated() where seen.insert(ExactText(value.plain)).inserted {
      var place = PlotData.Place(key: value.plain, label: try desk.text(value, column, row: row, in: rows))
      place.isUnfinished = rows.rows[row].isUnfinished
      places.append(place)
    }
    return places
  }
}
