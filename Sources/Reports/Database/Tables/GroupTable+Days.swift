import Time

extension GroupTable {
  static let days = GroupTable(
    "days", "A day of the site's calendar: every one from the first event's to the last's, also those without any.",
    [
      .civil("day", "The day, e.g. `2026-05-04`") { $0 },
      .count("weekday", "From 1, Monday, to 7, Sunday") { $0.day.weekday + 1 },
      .flag("is_weekend", "it is a Saturday or Sunday") { $0.day.weekday >= 5 },
      .civil("week", "The Monday on or before it") { $0.advanced(by: -$0.weekday) },
      .civil("month", "The first day of its month") { $0.monthStart },
      .instant("starts_at", "Its first instant") { $0.data.zone.start(of: $0.day) },
      .instant("ends_at", "The first instant after it: a day may have 23 or 25 hours") { $0.dayEnd },
      .flag("is_unfinished", "the data ends before it does") { $0.data.asOf < $0.dayEnd },
    ], indexed: ["day"])
}

extension GroupRow {
  fileprivate var dayEnd: Instant { data.zone.start(of: day.advanced(by: 1)) }
}

extension GroupColumn {
  fileprivate static func civil(
    _ name: String, _ meaning: String, _ date: @escaping @Sendable (CivilDate) -> CivilDate
  ) -> GroupColumn {
    GroupColumn(name: name, kind: .text, meaning: meaning) { row, rows in row.put(date(row.day), to: &rows) }
  }
}
