import Charts
import Diagnostics
import HTML
import Time

/// Conversations by the day on which they began, stacked by how they went.
enum ConversationsPerDay {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.conversations(startedIn: context.page.period)
    let stack = stack(context, hasNeither: all.contains { $0.path == .neither })
    let days = context.byDay(all, of: context.page.period) { $0.group.startedAt }.map { PathTally($0) }
    let table = table(stack, days, total: PathTally(all), context)
    let file = context.file("overview-per-day.csv")
    return Report(
      .row,
      body: try Picture(
        chart: stack.chart(id: "per-day-chart", words: "overview.per_day", height: 232).render(),
        table: table.table(file: file)
      ).render(context), side: try side(stack, context),
      files: [Report.File(address: file, bytes: table.csv)])
  }
}

extension ConversationsPerDay {
  private static func stack(_ context: ReportContext, hasNeither: Bool) -> DayStack {
    var stack = DayStack(context, series: context.pathSeries(hasNeither: hasNeither))
    for fact in context.conversations(startedIn: stack.reach) {
      stack.add(fact.group.startedAt, series: min(fact.path.series, stack.series.count - 1))
    }
    stack.hide(
      .conversationsByStart, total: "conversations", series: ["ai_only", "both", "team_only", "neither"])
    return stack
  }

  /// A day's Conversations, and how many an earlier day had.
  private typealias Day = (tally: PathTally, earlier: Int?)

  private static func table(
    _ stack: DayStack, _ days: [PathTally], total: PathTally, _ context: ReportContext
  ) -> BucketTable<Day> {
    let known = stack.coveredDays.compactMap { stack.earlier[$0] }
    let earlier = TallyColumn<Day>(
      key: "earlier",
      cell: { day, context in
        day.earlier.map { .quiet(context.words.number($0), sort: String($0)) } ?? context.missing
      }, fields: [("days_earlier_\(context.comparison.shift)", { $0.earlier.map { .number($0) } ?? .empty })])
    return BucketTable(
      context: context, id: "per-day-table", words: "overview.per_day", measures: measures + [earlier],
      buckets: Buckets(context.page.period, by: .day), tallies: Array(zip(days, stack.earlier)),
      total: (total, known.isEmpty || tellsEarlier(stack) == false ? nil : known.reduce(0, +)),
      screen: BucketScreen(.conversationsByStart, others: ["earlier"], context))
  }

  /// Whether every earlier day that the data covers is told; a sum of some of them would be no total.
  private static func tellsEarlier(_ stack: DayStack) -> Bool {
    let shift = stack.context.comparison.shift
    return stack.earlier.indices.allSatisfy {
      stack.earlier[$0] != nil || !stack.context.isCovered(stack.day($0 - shift))
    }
  }

  private static var measures: [TallyColumn<Day>] {
    [
      .count("ai_only") { $0.tally[.aiOnly] }, .count("ai_then_team") { $0.tally[.aiThenTeam] },
      .count("team_then_ai") { $0.tally[.teamThenAI] }, .count("team_only") { $0.tally[.teamOnly] },
      .count("neither") { $0.tally[.neither] }, .count("answered") { $0.tally.answered },
      .count("unanswered") { $0.tally.unanswered }, .count("conversations") { $0.tally.total },
    ]
  }

  private static func side(_ stack: DayStack, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let totals = stack.totals
    // A day that is not over can be the busiest already, but not yet the quietest.
    let finished = stack.coveredDays.filter { !context.isUnfinished(stack.day($0)) }.map { totals[$0] }
    let all = totals.reduce(0, +)
    var sentences: [Markup] = []
    if stack.tellsAll, finished.count > 1, let most = totals.max(), let least = finished.min(), all > 0 {
      let words = context.words
      sentences.append(
        context.sentence(
          "overview.per_day.extremes", ["most": words.number(most), "least": words.number(least)]))
      let weekends = totals.indices.reduce(0) { $0 + (stack.day($1).weekday > 4 ? totals[$1] : 0) }
      if totals.count > 6, let share = words.percent(weekends, of: all, decimals: 0) {
        sentences.append(context.sentence("overview.per_day.weekends", ["share": share]))
      }
    }
    return try context.paragraphs([Markup(sentences)], notes: [stack.unfinishedNote]) + stack.legend()
  }
}
