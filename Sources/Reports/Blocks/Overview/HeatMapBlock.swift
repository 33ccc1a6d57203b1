import Charts
import Diagnostics
import HTML
import Time

/// When Conversations begin: weekdays by hours of the site's clock.
enum HeatMapBlock {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let conversations = context.conversations(startedIn: context.page.period)
    var week = Week(conversations, context)
    week.hide(conversations, context)
    let file = context.file("overview-hours.csv")
    return Report(
      .row,
      body: try Picture(chart: picture(week, context).render(), table: context.noted(table(week, file: file, context)))
        .render(context),
      side: try side(week, context), files: [Report.File(address: file, bytes: csv(week))])
  }
}

extension HeatMapBlock {
  /// Counts by weekday, Monday first, and hour.
  private struct Week {
    private(set) var counts = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    /// What the audience is not told; `counts` has 0 there.
    private var hidden = Array(repeating: Array(repeating: false, count: 24), count: 7)
    private(set) var tellsAll = true

    init(_ conversations: FactRun<ConversationFact>, _ context: ReportContext) {
      for fact in conversations {
        let (date, time) = context.zone.local(fact.group.startedAt)
        counts[date.weekday][time / 3_600_000] += 1
      }
    }

    /// Takes out what the audience is not told.
    mutating func hide(_ conversations: FactRun<ConversationFact>, _ context: ReportContext) {
      let hours = CellSplit<ConversationFact>(
        Array(0..<24), of: { [zone = context.zone] in zone.local($0.group.startedAt).millisecondOfDay / 3_600_000 },
        columns: [:])
      let days = conversations.divided(into: 7) { context.zone.local($0.group.startedAt).date.weekday }
      guard let screen = RowScreen(days, [hours.withColumnsOfClasses], context) else { return }
      for day in counts.indices {
        for hour in counts[day].indices where screen.hides(String(hour), row: day) {
          counts[day][hour] = 0
          hidden[day][hour] = true
          tellsAll = false
        }
      }
    }

    func isHidden(_ day: Int, _ hour: Int) -> Bool { hidden[day][hour] }

    var total: Int { counts.joined().reduce(0, +) }

    /// The first of the hours with the most; nil where there is nothing.
    var peak: (weekday: Int, hour: Int, n: Int)? {
      let cells = counts.indices.flatMap { day in counts[day].enumerated().map { (day, $0.offset, $0.element) } }
      return cells.max { ($0.2, $1.0, $1.1) < ($1.2, $0.0, $0.1) }.flatMap { $0.2 > 0 ? $0 : nil }
    }

    /// On weekdays from 09:00 to 18:00.
    var inOfficeHours: Int { counts[0..<5].reduce(0) { $0 + $1[9..<18].reduce(0, +) } }
  }

  private static func hour(_ hour: Int, _ context: ReportContext) -> String {
    context.words.time(millisecondOfDay: hour % 24 * 3_600_000)
  }

  private static func picture(_ week: Week, _ context: ReportContext) -> HeatMap {
    let words = context.words
    let description =
      week.peak.map {
        words.fill(
          "overview.heat.description",
          [
            "weekday": words.weekdayLong($0.weekday), "hour": hour($0.hour, context),
            "count": words.count("count.conversations", $0.n),
          ])
      } ?? words[week.tellsAll ? "overview.heat.nothing" : "few.chart"]
    return HeatMap(
      caption: Caption(id: "heat-chart", title: words["overview.heat.title"], description: description),
      columns: (0..<24).map(words.hour),
      rows: week.counts.indices.map { day in
        HeatMap.Row(
          label: words.weekday(day),
          cells: week.counts[day].enumerated().map { hour, n in
            cell(day, hour, n, isHidden: week.isHidden(day, hour), context)
          })
      })
  }

  private static func cell(_ day: Int, _ place: Int, _ n: Int, isHidden: Bool, _ context: ReportContext) -> HeatMap.Cell
  {
    let words = context.words
    let title = words.fill(
      "overview.heat.cell",
      [
        "weekday": words.weekdayLong(day), "from": hour(place, context), "to": hour(place + 1, context),
        "count": isHidden ? context.hiddenWord : words.count("count.conversations", n),
      ])
    var cell = HeatMap.Cell(value: n, number: isHidden ? words["few.sign"] : words.number(n), title: title)
    cell.isHidden = isHidden
    return cell
  }

  private static func side(_ week: Week, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    guard week.tellsAll else {
      return try context.paragraphs(
        [], notes: [context.sentence("overview.heat.note", ["span": context.spanWords, "zone": context.zone.name])])
    }
    guard let peak = week.peak else { return try context.paragraphs([context.sentence("overview.heat.nothing")]) }
    let share = words.percent(week.inOfficeHours, of: week.total, decimals: 0) ?? ""
    return try context.paragraphs(
      [
        context.sentence(
          "overview.heat.busiest",
          [
            "weekday": words.weekdayLong(peak.weekday), "hour": hour(peak.hour, context), "share": share,
            "from": hour(9, context), "to": hour(18, context),
          ])
      ],
      notes: [
        context.sentence("overview.heat.note", ["span": context.spanWords, "zone": context.zone.name])
      ])
  }

  private static func table(_ week: Week, file: String, _ context: ReportContext) -> Table {
    let words = context.words
    var table = Table(
      id: "heat-table", caption: words["overview.heat.caption"],
      columns: [.head(words["overview.bucket.day"], isSticky: true)]
        + (0..<24).map { Table.Column(words.hour($0), .number) })
    table.rows = week.counts.indices.map { day in
      Table.Row(
        [.text(words.weekdayLong(day))]
          + week.counts[day].enumerated().map { context.cell(week.isHidden(day, $0), context.count($1)) })
    }
    table.downloads = [context.download(file)]
    table.facts = context.facts(unit: words["overview.heat.unit"], anchor: words["overview.anchor"])
    return table
  }

  private static func csv(_ week: Week) -> [UInt8] {
    var csv = CSVWriter(header: ["weekday", "hour", "conversations"])
    for day in week.counts.indices {
      for (hour, n) in week.counts[day].enumerated() {
        csv.append([.number(day + 1), .number(hour), week.isHidden(day, hour) ? .hidden : .number(n)])
      }
    }
    return csv.bytes
  }
}
