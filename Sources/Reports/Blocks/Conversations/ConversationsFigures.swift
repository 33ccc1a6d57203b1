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
    let figures = [
      context.countFigure("conversations.figures.closed", days, height: 28, role: .conv) { _ in true },
      customers(context.conversations(closedIn: now), context.conversations(closedIn: before), context),
      reopened(days, context),
      context.lengthFigure(
        "conversations.figures.length",
        (days.now.map { $0.compactMap(\.toLastClose) }, days.before.map { $0.compactMap(\.toLastClose) })),
    ]
    return Report(
      .full, body: try FiguresView(rows: [.init(figures: figures, classes: "panels--4 panels--open")]).render(context))
  }
}

extension ConversationsFigures {
  private typealias Days = (now: [[ConversationFact]], before: [[ConversationFact]])

  /// Different customers of the whole period: those of its days do not add up to them.
  private static func customers(
    _ now: [ConversationFact], _ before: [ConversationFact], _ context: ReportContext
  ) -> Figure {
    let count = PathTally(now).customers
    let words = context.words
    return Figure(
      context.sentence("conversations.figures.customers.title"), value: words.number(count),
      change: context.change(from: PathTally(before).customers, to: count),
      note: words.fill(
        "conversations.figures.customers.note", ["n": words.quotient(now.count, count) ?? words["table.missing"]]))
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
