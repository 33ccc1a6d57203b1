import Charts
import Diagnostics
import Grouping
import HTML

/// What closed Conversations held: Sessions, Contacts, both or neither, and how many of each.
enum ConversationsInside {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.conversations(closedIn: context.page.period)
    let rows = rows(all)
    let file = context.file("conversations-inside.csv")
    return Report(
      .row, body: try context.render(table(rows, ClosedTally(all), file: file, context)),
      side: try side(ClosedTally(all), context), files: [Report.File(address: file, bytes: csv(rows))])
  }
}

extension ConversationsInside {
  private typealias Row = (key: String, role: Role, reachesTeam: Bool, tally: ClosedTally)

  private static func rows(_ all: FactRun<ConversationFact>) -> [Row] {
    func row(_ key: String, _ role: Role, reachesTeam: Bool, _ paths: [ConversationPath]) -> Row {
      (key, role, reachesTeam, ClosedTally(all.filter { paths.contains($0.path) }))
    }
    return [
      row("sessions_only", .ai, reachesTeam: false, [.aiOnly]),
      row("both", .both, reachesTeam: true, [.aiThenTeam, .teamThenAI]),
      row("contacts_only", .team, reachesTeam: true, [.teamOnly]),
      row("neither", .conv, reachesTeam: false, [.neither]),
    ]
  }

  private static func table(
    _ rows: [Row], _ total: ClosedTally, file: String, _ context: ReportContext
  ) -> Table {
    let words = context.words
    func column(_ key: String) -> Table.Column {
      Table.Column(words["conversations.inside.column.\(key)"], .number)
    }
    var bar = Table.Column(words["conversations.inside.column.bar"], classes: ["barcol"])
    bar.titleIsHidden = true
    var table = Table(
      id: "conversations-inside-table", caption: words["conversations.inside.caption"],
      columns: [.head(words["conversations.inside.column.held"]), bar]
        + ["conversations", "share", "answered", "unanswered", "sessions", "contacts", "channels", "agents"].map(column)
    )
    let most = rows.map(\.tally.closed).max() ?? 0
    table.rows = rows.map { row in
      let bar = CellBar(segments: [.init(row.tally.closed, row.role)], most: most).render()
      return Table.Row(
        [.text(words["conversations.inside.row.\(row.key)"]), .markup(bar)]
          + cells(row.tally, of: total, reachesTeam: row.reachesTeam, context))
    }
    table.totals = Table.Row(
      [.text(words["overview.bucket.total"]), .text("")] + cells(total, of: total, reachesTeam: true, context))
    table.downloads = [context.download(file)]
    table.facts = context.facts(
      unit: words["conversations.inside.unit"], anchor: words["conversations.summary.anchor"])
    return table
  }

  private static func cells(
    _ tally: ClosedTally, of total: ClosedTally, reachesTeam: Bool, _ context: ReportContext
  ) -> [Table.Cell] {
    let averages = [tally.sessions, tally.contacts, tally.channels, tally.agents].map {
      context.words.quotient($0, tally.closed).map { Table.Cell.text($0) } ?? context.missing
    }
    return [context.count(tally.closed), context.share(tally.closed, of: total.closed)]
      + (reachesTeam
        ? [context.count(tally.paths.answered), context.count(tally.paths.unanswered)]
        : [context.missing, context.missing]) + averages
  }

  private static func side(_ tally: ClosedTally, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    guard let share = words.percent(tally.multichannel, of: tally.closed) else { return Markup() }
    return try context.paragraphs(
      [
        context.sentence(
          "conversations.inside.multichannel",
          ["share": share, "n": words.number(tally.multichannel), "closed": words.number(tally.closed)])
      ], notes: [context.sentence("conversations.inside.note")])
  }

  private static func csv(_ rows: [Row]) -> [UInt8] {
    var csv = CSVWriter(header: [
      "held", "conversations", "answered", "unanswered", "multichannel", "sessions", "contacts", "channels", "agents",
    ])
    for row in rows {
      csv.append(
        [.id(row.key)]
          + [
            row.tally.closed, row.tally.paths.answered, row.tally.paths.unanswered, row.tally.multichannel,
            row.tally.sessions, row.tally.contacts, row.tally.channels, row.tally.agents,
          ].map { .number($0) })
    }
    return csv.bytes
  }
}
