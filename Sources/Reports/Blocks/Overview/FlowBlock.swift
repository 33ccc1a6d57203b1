import Charts
import Diagnostics
import HTML
import Time
import Wording

/// How Conversations went, as a picture whose numbers add up: how each began, and whether the team was reached.
enum FlowBlock {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.conversations(startedIn: context.page.period)
    let rows = rows(all)
    let file = context.file("overview-flow.csv")
    let table = context.noted(table(rows, PathTally(all), file: file, context))
    let keys = [
      "conversations", "ai_only", "handed_off", "ai_later", "team_then_ai", "team_only", "neither", "answered",
    ]
    let tellsAll = keys.allSatisfy { context.tellsTotals($0, of: .conversationsByStart) }
    return Report(
      .row,
      body: tellsAll
        ? try Picture(chart: picture(PathTally(all), context).render(), table: table).render(context)
        : try context.render(table),
      side: tellsAll ? try side(PathTally(all), context) : Markup(),
      files: [Report.File(address: file, bytes: csv(rows, context))])
  }
}

extension FlowBlock {
  private static func picture(_ tally: PathTally, _ context: ReportContext) -> ConversationFlow {
    let words = context.words
    func lines(key: String) -> [String] { words[key].split(separator: "|").map(String.init) }
    func lines(_ key: String) -> [String] { lines(key: "overview.flow." + key) }
    var reached = lines("reached")
    if tally.unanswered > 0 {
      reached += [
        words.fill("overview.flow.answered", ["n": words.number(tally.answered)]),
        words.fill("overview.flow.unanswered", ["n": words.number(tally.unanswered)]),
      ]
    }
    return ConversationFlow(
      caption: Caption(id: "flow-chart", title: words["overview.flow.title"], description: description(tally, context)),
      paths: .init(
        endedInAI: tally[.aiOnly], handedOff: tally.handedOff, laterDirect: tally[.aiThenTeam] - tally.handedOff,
        direct: tally[.teamOnly] + tally[.teamThenAI], neither: tally[.neither]),
      words: .init(
        total: lines(key: context.form("overview.flow.total", tally.total)), beganWithAI: lines("began"),
        direct: lines("direct"),
        neither: lines("neither"),
        endedInAI: lines("stayed"), reachedTeam: reached, handedOff: words["overview.flow.handed"],
        laterDirect: words["overview.flow.later"]),
      number: { [words] in words.number($0) },
      title: { [words] in words.fill("overview.flow.ribbon", ["path": $0, "n": words.number($1)]) })
  }

  private static func description(_ tally: PathTally, _ context: ReportContext) -> String {
    let words = context.words
    return words.fill(
      "overview.flow.description",
      [
        "n": words.number(tally.total), "began": words.number(tally[.aiOnly] + tally[.aiThenTeam]),
        "direct": words.number(tally[.teamOnly] + tally[.teamThenAI]), "neither": words.number(tally[.neither]),
        "stayed": words.number(tally[.aiOnly]), "handed": words.number(tally.handedOff),
        "later": words.number(tally[.aiThenTeam] - tally.handedOff), "reached": words.number(tally.reachedTeam),
        "answered": words.number(tally.answered), "unanswered": words.number(tally.unanswered),
      ])
  }

  private static func side(_ tally: PathTally, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let began = tally[.aiOnly] + tally[.aiThenTeam]
    let share = context.words.percent(tally[.aiOnly], of: began, decimals: 0).map {
      context.sentence(context.form("overview.flow.share", began), ["share": $0, "n": context.words.number(began)])
    }
    let reached =
      tally.reachedTeam == 0
      ? Markup()
      : context.sentence(
        "overview.flow.reached_words",
        [
          "n": context.words.number(tally.reachedTeam), "answered": context.words.number(tally.answered),
          "unanswered": context.words.number(tally.unanswered),
        ])
    return try context.paragraphs([share ?? Markup(), reached], notes: [context.sentence("overview.flow.note")])
  }
}

/// The table: each path, answered and unanswered apart.
extension FlowBlock {
  private struct Row {
    var key: String
    /// That of its number among the totals of days.
    var total: String
    var tally: PathTally
    /// A path that never reaches the team is neither answered nor unanswered.
    var reachesTeam: Bool
  }

  private static func rows(_ all: FactRun<ConversationFact>) -> [Row] {
    func row(
      _ key: String, _ total: String? = nil, reachesTeam: Bool = true, where isIt: (ConversationFact) -> Bool
    ) -> Row {
      Row(key: key, total: total ?? key, tally: PathTally(all.filter(isIt)), reachesTeam: reachesTeam)
    }
    return [
      row("ai_only", reachesTeam: false) { $0.path == .aiOnly },
      row("handed_off") { $0.path == .aiThenTeam && $0.handedOff },
      row("ai_then_team", "ai_later") { $0.path == .aiThenTeam && !$0.handedOff },
      row("team_then_ai") { $0.path == .teamThenAI }, row("team_only") { $0.path == .teamOnly },
      row("neither", reachesTeam: false) { $0.path == .neither },
    ]
  }

  private static func table(
    _ rows: [Row], _ total: PathTally, file: String, _ context: ReportContext
  ) -> Table {
    let words = context.words
    var table = Table(
      id: "flow-table", caption: words["overview.flow.caption"],
      columns: [.head(words["overview.flow.column.path"])]
        + ["conversations", "share", "answered", "unanswered"].map {
          Table.Column(words["overview.flow.column.\($0)"], .number)
        })
    table.rows = rows.map { row in
      Table.Row(
        [.text(words["overview.flow.row.\(row.key)"])]
          + cells(row.tally, total, row.total, row.total + "_answered", reachesTeam: row.reachesTeam, context))
    }
    table.totals = Table.Row(
      [.text(words["overview.bucket.total"])]
        + cells(total, total, "conversations", "answered", reachesTeam: true, context))
    table.downloads = [context.download(file)]
    table.facts = context.facts(unit: words["overview.flow.unit"], anchor: words["overview.anchor"])
    return table
  }

  private static func cells(
    _ tally: PathTally, _ total: PathTally, _ key: String, _ answered: String, reachesTeam: Bool,
    _ context: ReportContext
  ) -> [Table.Cell] {
    let (isHidden, isSplit) = hiding(key, answered, context)
    return [
      context.cell(isHidden, context.count(tally.total)),
      context.cell(isHidden, context.share(tally.total, of: total.total)),
    ]
      + (reachesTeam
        ? [tally.answered, tally.unanswered].map { context.cell(isSplit, context.count($0)) }
        : [context.missing, context.missing])
  }

  /// Whether a row's number is hidden, and whether those of answered and unanswered ones are.
  private static func hiding(_ key: String, _ answered: String, _ context: ReportContext) -> (Bool, Bool) {
    let isHidden = !context.tellsTotals(key, of: .conversationsByStart)
    let total = key == "conversations" ? "unanswered" : key
    return (
      isHidden,
      isHidden || !context.tellsTotals(answered, of: .conversationsByStart)
        || !context.tellsTotals(total, of: .conversationsByStart)
    )
  }

  private static func csv(_ rows: [Row], _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: ["path", "conversations", "answered", "unanswered"])
    for row in rows {
      let (isHidden, isSplit) = hiding(row.total, row.total + "_answered", context)
      let answers = [row.tally.answered, row.tally.unanswered].map { isSplit ? CSVField.hidden : .number($0) }
      csv.append(
        [.id(row.key), isHidden ? .hidden : .number(row.tally.total)] + (row.reachesTeam ? answers : [.empty, .empty]))
    }
    return csv.bytes
  }
}
