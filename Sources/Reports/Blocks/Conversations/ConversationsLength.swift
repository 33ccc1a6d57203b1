import Diagnostics
import HTML

/// From the start of closed Conversations to their first and last close, by who closed them.
enum ConversationsLength {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.conversations(closedIn: context.page.period)
    let rows = ClosedTally.Closer.allCases.map { closer in (closer, ClosedTally(all.filter { $0.closer == closer })) }
    let file = context.file("conversations-length.csv")
    return Report(
      .row, body: try context.render(context.noted(table(rows, ClosedTally(all), file: file, context))),
      side: try side(ClosedTally(all), context), files: [Report.File(address: file, bytes: csv(rows, context))])
  }
}

extension ConversationsLength {
  private typealias Row = (closer: ClosedTally.Closer, tally: ClosedTally)

  private static func table(
    _ rows: [Row], _ total: ClosedTally, file: String, _ context: ReportContext
  ) -> Table {
    let words = context.words
    let told = rows.filter { tells($0.closer, context) }.map(\.tally.toLastClose)
    let tellsAll = context.tellsTotals("closed", of: .conversationsByClose)
    let strips = WaitStrips(told + (tellsAll ? [total.toLastClose] : []), context)
    func column(_ key: String) -> Table.Column {
      Table.Column(words["conversations.length.column.\(key)"], .number)
    }
    var table = Table(
      id: "conversations-length-table", caption: words["conversations.length.caption"],
      columns: [.head(words["conversations.length.column.closer"])]
        + ["conversations", "share", "first_median", "first_p90", "last_median"].map(column)
        + [strips.column(words["conversations.length.column.strip"]), column("last_p90")])
    table.rows = rows.map {
      row(
        words["conversations.closer.\($0.closer.rawValue)"], $0.tally, total, tells($0.closer, context) ? strips : nil,
        context)
    }
    table.totals = row(words["overview.bucket.total"], total, total, tellsAll ? strips : nil, context)
    table.downloads = [context.download(file)]
    table.facts = context.facts(
      unit: words["conversations.length.unit"], anchor: words["conversations.summary.anchor"])
    return table
  }

  private static func tells(_ closer: ClosedTally.Closer, _ context: ReportContext) -> Bool {
    context.tellsTotals("closed_by_\(closer.rawValue)", of: .conversationsByClose)
  }

  /// - Parameter strips: nil where the row is hidden.
  private static func row(
    _ name: String, _ tally: ClosedTally, _ total: ClosedTally, _ strips: WaitStrips?, _ context: ReportContext
  ) -> Table.Row {
    guard let strips else {
      return Table.Row(
        [.text(name)] + (0..<5).map { _ in context.hiddenCell } + [.text(""), context.hiddenCell])
    }
    return Table.Row([
      .text(name), context.count(tally.closed), context.share(tally.closed, of: total.closed),
      context.cell(tally.toFirstClose.median), context.cell(tally.toFirstClose.p90),
      context.cell(tally.toLastClose.median), strips.cell(tally.toLastClose), context.cell(tally.toLastClose.p90),
    ])
  }

  private static func side(_ tally: ClosedTally, _ context: ReportContext) throws(Diagnostics) -> Markup {
    guard context.tellsTotals("closed", of: .conversationsByClose), tally.closed > 1,
      let median = tally.toLastClose.median, let p90 = tally.toLastClose.p90
    else {
      return Markup()
    }
    let words = context.words
    return try context.paragraphs(
      [
        context.sentence(
          "conversations.length.words",
          ["median": words.length(median), "p90": words.length(p90), "n": words.number(tally.closed)])
      ], notes: [context.sentence("conversations.length.note"), context.sentence("overview.strip.note")])
  }

  private static func csv(_ rows: [Row], _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "closed_by", "conversations", "first_close_median_seconds", "first_close_p90_seconds",
      "last_close_median_seconds", "last_close_p90_seconds",
    ])
    for (closer, tally) in rows {
      let fields: [CSVField] = [
        .number(tally.closed), .length(tally.toFirstClose.median), .length(tally.toFirstClose.p90),
        .length(tally.toLastClose.median), .length(tally.toLastClose.p90),
      ]
      csv.append([.id(closer.rawValue)] + fields.map { tells(closer, context) ? $0 : .hidden })
    }
    return csv.bytes
  }
}
