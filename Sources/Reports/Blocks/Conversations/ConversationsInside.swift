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
      .row, body: try context.render(context.noted(table(rows, ClosedTally(all), file: file, context))),
      side: try side(ClosedTally(all), context), files: [Report.File(address: file, bytes: csv(rows, context))])
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
    let told = rows.filter { context.tellsTotals($0.key, of: .conversationsByClose) }
    let most = told.map(\.tally.closed).max() ?? 0
    table.rows = rows.map { row in
      let isTold = context.tellsTotals(row.key, of: .conversationsByClose)
      let bar = CellBar(segments: [.init(isTold ? row.tally.closed : 0, row.role)], most: most).render()
      return Table.Row(
        [.text(words["conversations.inside.row.\(row.key)"]), .markup(bar)]
          + cells(row.tally, of: total, row.key, row.key + "_answered", reachesTeam: row.reachesTeam, context))
    }
    table.totals = Table.Row(
      [.text(words["overview.bucket.total"]), .text("")]
        + cells(total, of: total, "closed", "answered", reachesTeam: true, context))
    table.downloads = [context.download(file)]
    table.facts = context.facts(
      unit: words["conversations.inside.unit"], anchor: words["conversations.summary.anchor"])
    return table
  }

  private static func cells(
    _ tally: ClosedTally, of total: ClosedTally, _ key: String, _ answered: String, reachesTeam: Bool,
    _ context: ReportContext
  ) -> [Table.Cell] {
    let hiding = hiding(key, answered, context)
    let averages =
      [(tally.sessions, hiding.sums), (tally.contacts, hiding.sums)]
      + [(tally.channels, hiding.row), (tally.agents, hiding.sums)]
    return [(context.count(tally.closed)), context.share(tally.closed, of: total.closed)]
      .map { context.cell(hiding.row, $0) }
      + (reachesTeam
        ? [tally.paths.answered, tally.paths.unanswered].map { context.cell(hiding.answers, context.count($0)) }
        : [context.missing, context.missing])
      + averages.map { sum, isHidden in
        context.cell(
          isHidden, context.words.quotient(sum, tally.closed).map { Table.Cell.text($0) } ?? context.missing)
      }
  }

  /// Whether a row's number is hidden, those of answered and unanswered ones, and sums that not all of a row have part in.
  private static func hiding(
    _ key: String, _ answered: String, _ context: ReportContext
  ) -> (row: Bool, answers: Bool, sums: Bool) {
    let tells = { (key: String) in context.tellsTotals(key, of: .conversationsByClose) }
    guard tells(key) else { return (true, true, true) }
    // A path that never reaches the team is neither answered nor unanswered.
    let splits =
      key == "sessions_only" || key == "neither" ? [] : key == "closed" ? [answered, "unanswered"] : [answered]
    let answers = !splits.allSatisfy { tells($0) }
    return (false, answers, answers || key == "closed" && !(tells("sessions") && tells("contacts")))
  }

  private static func side(_ tally: ClosedTally, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    guard context.tellsTotals("multichannel", of: .conversationsByClose),
      let share = words.percent(tally.multichannel, of: tally.closed)
    else { return Markup() }
    return try context.paragraphs(
      [
        context.sentence(
          "conversations.inside.multichannel",
          ["share": share, "n": words.number(tally.multichannel), "closed": words.number(tally.closed)])
      ], notes: [context.sentence("conversations.inside.note")])
  }

  private static func csv(_ rows: [Row], _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "held", "conversations", "answered", "unanswered", "multichannel", "sessions", "contacts", "channels", "agents",
    ])
    for row in rows {
      let hiding = hiding(row.key, row.key + "_answered", context)
      csv.append(
        [.id(row.key)]
          + [
            (row.tally.closed, hiding.row), (row.tally.paths.answered, hiding.answers),
            (row.tally.paths.unanswered, hiding.answers), (row.tally.multichannel, context.hidesFew),
            (row.tally.sessions, hiding.sums), (row.tally.contacts, hiding.sums), (row.tally.channels, hiding.row),
            (row.tally.agents, hiding.sums),
          ].map { $1 ? .hidden : .number($0) })
    }
    return csv.bytes
  }
}
