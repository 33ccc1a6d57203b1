import Diagnostics
import HTML
import Time

/// Conversations by the day of their last close, stacked by how they went.
enum ClosedPerDay {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.conversations(closedIn: context.page.period)
    let stack = stack(context, hasNeither: all.contains { $0.path == .neither })
    let table = BucketTable<PathTally>(
      context: context, id: "closed-per-day-table", words: "conversations.per_day", measures: measures,
      buckets: Buckets(context.page.period, by: .day),
      tallies: context.byDay(all, of: context.page.period) { $0.group.closedAt }.map { PathTally($0) },
      total: PathTally(all), screen: BucketScreen(.conversationsByClose, context))
    let file = context.file("conversations-per-day.csv")
    let chart = stack.chart(id: "closed-per-day-chart", words: "conversations.per_day", height: 212)
    return Report(
      .row, body: try Picture(chart: chart.render(), table: table.table(file: file)).render(context),
      side: try side(stack, context), files: [Report.File(address: file, bytes: table.csv)])
  }
}

extension ClosedPerDay {
  private static func stack(_ context: ReportContext, hasNeither: Bool) -> DayStack {
    var stack = DayStack(context, series: context.pathSeries(hasNeither: hasNeither))
    for fact in context.conversations(closedIn: stack.reach) {
      guard let close = fact.group.closedAt else { continue }
      stack.add(close, series: fact.path.series)
    }
    stack.hide(.conversationsByClose, total: "closed", series: ["ai_only", "both", "team_only", "neither"])
    return stack
  }

  private static var measures: [TallyColumn<PathTally>] {
    [
      .count("ai_only") { $0[.aiOnly] }, .count("ai_then_team") { $0[.aiThenTeam] },
      .count("team_then_ai") { $0[.teamThenAI] }, .count("team_only") { $0[.teamOnly] },
      .count("neither") { $0[.neither] }, .count("closed") { $0.total },
    ]
  }

  private static func side(_ stack: DayStack, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    let busiest = stack.peak.map {
      context.sentence(
        "conversations.per_day.busiest",
        ["n": words.number(stack.totals[$0]), "day": words.day(stack.day($0))])
    }
    return try context.paragraphs([busiest ?? Markup()], notes: [stack.unfinishedNote]) + stack.legend()
  }
}
