import Diagnostics
import HTML
import Time

/// Four figures of the Conversations that closed in the period.
enum ConversationsFigures {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let (now, before) = (context.comparison.current, context.comparison.previous)
    let days = (
      now: context.byDay(context.conversations(closedIn: now), of: now) { $0.group.closedAt },
      before: context.byDay(context.conversations(closedIn: before), of: before) { $0.group.closedAt }
    )
    let length = context.lengthFigure(
      "conversations.figures.length",
      (days.now.map { $0.compactMap(\.toLastClose) }, days.before.map { $0.compactMap(\.toLastClose) }))
    let told = { context.told($0, $1, others: $2, .conversationsByClose) }
    let figures = [
      told(closed(days, context), "closed", []), told(customers(days, context), "customers", []),
      told(reopened(days, context), "reopened", ["reopened_by_customer", "reopened_by_team"]),
      told(length, "last_close_median", []),
    ]
    return Report(
      .full,
      body: try FiguresView(rows: [.init(figures: figures, classes: "panels--4 panels--open")]).render(context)
        + context.fewParagraph())
  }
}

extension ConversationsFigures {
  private typealias Days = (now: [FactRun<ConversationFact>], before: [FactRun<ConversationFact>])

  private static func closed(_ days: Days, _ context: ReportContext) -> Figure {
    var figure = context.countFigure("conversations.figures.closed", days, height: 28, role: .conv) { _ in true }
    figure.note = context.words["conversations.figures.closed.note"]
    return figure
  }

  /// Different customers of the whole period: those of its days do not add up to them.
  private static func customers(_ days: Days, _ context: ReportContext) -> Figure {
    func customers(_ days: [FactRun<ConversationFact>]) -> Int { Set(days.joined().map(\.party)).count }
    let count = customers(days.now)
    let words = context.words
    let each = words.quotient(days.now.reduce(0) { $0 + $1.count }, count)
    var figure = Figure(
      context.sentence("conversations.figures.customers.title"), value: words.number(count),
      change: context.change(from: customers(days.before), to: count),
      note: each.map { words.fill("conversations.figures.customers.note", ["n": $0]) } ?? "")
    figure.curve = context.curve(
      words["conversations.figures.customers.curve"], height: 28, now: days.now, before: days.before,
      measure: { Double(customers([$0])) }, text: { words.number(Int($0)) })
    return figure
  }

  private static func reopened(_ days: Days, _ context: ReportContext) -> Figure {
    let tally = ClosedTally(Array(days.now.joined()))
    var figure = context.countFigure("conversations.figures.reopened", days, height: 28) { !$0.group.reopens.isEmpty }
    figure.note = context.words.fill(
      "conversations.figures.reopened.note",
      [
        "customer": context.words.number(tally.reopenedByCustomer), "team": context.words.number(tally.reopenedByTeam),
      ])
    return figure
  }
}
