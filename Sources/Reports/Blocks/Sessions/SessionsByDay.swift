import Diagnostics
import HTML
import Time

/// A period's Sessions, a row a day.
enum SessionsByDay {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.sessions(in: context.page.period)
    let rows = rows(all, context)
    let file = context.fileBeside("-by-day.csv")
    var table = Table(
      id: "sessions-by-day", caption: context.words["sessions.by_day.caption"], columns: columns(context))
    table.isSortable = true
    let screen = context.dayScreen(.sessionsByStart)
    table.rows = rows.map { line in
      row(line.day, line.tally, context) { screen?.hides($0, on: line.day) ?? false }
    }
    table.totals = totals(SessionTally(all), context) { screen?.hidesTotal($0, of: context.page.period) ?? false }
    table.downloads = [context.download(file)]
    table.note = context.sentence("sessions.by_day.note")
    table.facts = context.facts(
      unit: context.words["sessions.by_day.unit"], anchor: context.words["sessions.by_day.anchor"])
    return Report(
      .row, body: try context.render(context.noted(table)), side: try side(rows, context),
      files: [Report.File(address: file, bytes: csv(rows.filter { context.isCovered($0.day) }, screen))])
  }
}

extension SessionsByDay {
  private typealias Row = (day: CivilDate, tally: SessionTally)

  private static func rows(_ sessions: FactRun<SessionFact>, _ context: ReportContext) -> [Row] {
    let days = Buckets(context.page.period, by: .day)
    let byDay = context.inBuckets(sessions, days) { $0.group.startedAt }
    return zip(days.spans, byDay).map { ($0.first, SessionTally($1)) }
  }

  private static func columns(_ context: ReportContext) -> [Table.Column] {
    let words = context.words
    return [.head(words["sessions.by_day.day"], isSticky: true)]
      + keys.map {
        Table.Column(words["sessions.by_day." + $0], .number, sort: .possible)
      }
  }

  private static func row(
    _ day: CivilDate, _ tally: SessionTally, _ context: ReportContext, _ hides: (String) -> Bool
  ) -> Table.Row {
    let name = context.name(of: Period(first: day, last: day), by: .day)
    let href = tally.count > 0 ? context.page.links.address(PageFamilies.address(of: day)) : nil
    let cells = figures(tally, context, hides)
    return Table.Row([.link(name, href: href)] + (context.isCovered(day) ? cells : cells.map { _ in context.missing }))
  }

  private static func totals(
    _ tally: SessionTally, _ context: ReportContext, _ hides: (String) -> Bool
  ) -> Table.Row {
    Table.Row([.text(context.words["sessions.by_day.total"])] + figures(tally, context, hides))
  }

  private static let keys = [
    "sessions", "ended_in_ai", "handed_off", "did_not_respond", "in_progress", "rate", "active",
  ]

  private static func figures(
    _ tally: SessionTally, _ context: ReportContext, _ hides: (String) -> Bool
  ) -> [Table.Cell] {
    let words = context.words
    let counts = [tally.count, tally.endedInAI, tally.handedOff, tally.didNotRespond, tally.inProgress]
    let rate = words.percent(tally.handedOff, of: tally.count).map {
      Table.Cell.text($0, sort: String(tally.handedOff * 1_000_000 / max(tally.count, 1)))
    }
    let active = tally.active.median.map { Table.Cell.text(words.length($0), sort: String($0.milliseconds)) }
    let missing = Table.Cell.quiet(words["table.missing"], sort: "-1")
    let cells = counts.map { .number(words.number($0), $0) } + [rate ?? missing, active ?? missing]
    return zip(keys, cells).map { context.cell(hides($0), $1) }
  }

  private static func side(_ rows: [Row], _ context: ReportContext) throws(Diagnostics) -> Markup {
    let screen = context.dayScreen(.sessionsByStart)
    let rows = rows.filter { screen?.hides("sessions", on: $0.day) != true }
    guard let busiest = rows.max(by: { ($0.tally.count, $1.day) < ($1.tally.count, $0.day) }), busiest.tally.count > 0
    else { return Markup() }
    let words = context.words
    return try context.paragraphs([
      context.sentence(
        context.form("sessions.by_day.busiest", busiest.tally.count),
        ["day": words.day(busiest.day), "n": words.number(busiest.tally.count)])
    ])
  }

  private static func csv(_ rows: [Row], _ screen: DayScreen?) -> [UInt8] {
    var csv = CSVWriter(header: [
      "day", "sessions", "ended_in_ai", "handed_off", "did_not_respond", "in_progress", "median_active_seconds",
    ])
    for (day, tally) in rows {
      let fields: [(String, CSVField)] = [
        ("sessions", .number(tally.count)), ("ended_in_ai", .number(tally.endedInAI)),
        ("handed_off", .number(tally.handedOff)), ("did_not_respond", .number(tally.didNotRespond)),
        ("in_progress", .number(tally.inProgress)), ("active", .length(tally.active.median)),
      ]
      csv.append([.id(day.description)] + fields.map { screen?.hides($0, on: day) == true ? .hidden : $1 })
    }
    return csv.bytes
  }
}
