import Charts
import Diagnostics
import HTML
import Time

/// Contacts by the day on which they ended, those after a hand-off below the others.
enum ContactsPerDay {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let all = context.contacts(endedIn: context.page.period)
    let stack = stack(context)
    let table = BucketTable(
      context: context, id: "contacts-per-day-table", words: "contacts.summary", measures: .contactsPerDay,
      buckets: Buckets(context.page.period, by: .day),
      tallies: context.byDay(all, of: context.page.period) { $0.group.endedAt }.map { ContactTally($0, context.facts) },
      total: ContactTally(all, context.facts), screen: BucketScreen(.contactsByEnd, context))
    let file = context.file("contacts-per-day.csv")
    let chart = stack.chart(id: "contacts-per-day-chart", words: "contacts.per_day", height: 212)
    return Report(
      .row, body: try Picture(chart: chart.render(), table: table.table(file: file)).render(context),
      side: try side(stack, context), files: [Report.File(address: file, bytes: table.csv)])
  }
}

extension ContactsPerDay {
  private static func stack(_ context: ReportContext) -> DayStack {
    var stack = DayStack(context, series: ContactOrigins.series(context))
    for fact in context.contacts(endedIn: stack.reach) {
      guard let end = fact.group.endedAt else { continue }
      stack.add(end, series: fact.group.origin == .handoff ? 0 : 1)
    }
    stack.hide(.contactsByEnd, total: "ended", series: ["handed_off", "ended"])
    return stack
  }

  private static func side(_ stack: DayStack, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    let busiest = stack.peak.map {
      context.sentence(
        "contacts.per_day.busiest",
        ["count": words.count("count.contacts", stack.totals[$0]), "day": words.day(stack.day($0))])
    }
    return try context.paragraphs([busiest ?? Markup()], notes: [stack.unfinishedNote]) + stack.legend()
  }
}

/// How Contacts began, as pictures show it: after a hand-off, or without one.
enum ContactOrigins {
  /// Bottom or left first.
  static func series(_ context: ReportContext) -> [DayStack.Series] {
    func series(_ name: String, _ role: Role) -> DayStack.Series {
      .init(words: context.words["contacts.origin.\(name)"], counted: "contacts.origin_count.\(name)", role: role)
    }
    return [series("handed", .both), series("other", .team)]
  }
}
