import Diagnostics
import HTML

/// Four figures of the Contacts that ended in the period.
enum ContactsFigures {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let (now, before) = (context.comparison.current, context.comparison.previous)
    let days = (
      now: context.byDay(context.contacts(endedIn: now), of: now) { $0.group.endedAt },
      before: context.byDay(context.contacts(endedIn: before), of: before) { $0.group.endedAt }
    )
    let tally = ContactTally(context.contacts(endedIn: now), context.facts)
    let reply = context.lengthFigure(
      "contacts.figures.reply", (days.now.map(\.firstReplies), days.before.map(\.firstReplies)))
    let handling = context.lengthFigure(
      "contacts.figures.handling", (days.now.map(\.handlingTimes), days.before.map(\.handlingTimes)))
    let told = { context.told($0, $1, others: $2, .contactsByEnd) }
    let figures = [
      told(contacts(days, tally, context), "contacts", ["answered", "unanswered"]),
      told(handedOff(days, tally, context), "handed_off", ["direct", "outbound"]),
      told(reply, "first_replies", []), told(handling, "handling_median", []),
    ]
    return Report(
      .full,
      body: try FiguresView(rows: [.init(figures: figures, classes: "panels--4 panels--open")]).render(context)
        + context.fewParagraph())
  }
}

extension ContactsFigures {
  private typealias Days = (now: [FactRun<ContactFact>], before: [FactRun<ContactFact>])

  private static func contacts(_ days: Days, _ tally: ContactTally, _ context: ReportContext) -> Figure {
    var figure = context.countFigure("contacts.figures.contacts", days, height: 28, role: .team) { _ in true }
    figure.note = context.words.fill(
      "contacts.figures.contacts.note",
      ["answered": context.words.number(tally.answered), "unanswered": context.words.number(tally.unanswered)])
    return figure
  }

  private static func handedOff(_ days: Days, _ tally: ContactTally, _ context: ReportContext) -> Figure {
    var figure = context.countFigure("contacts.figures.handed", days, height: 28) { $0.group.origin == .handoff }
    figure.note = context.words.fill(
      "contacts.figures.handed.note",
      ["direct": context.words.number(tally.direct), "outbound": context.words.number(tally.outbound)])
    return figure
  }
}
