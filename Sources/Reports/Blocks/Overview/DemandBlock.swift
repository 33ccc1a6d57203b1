import Diagnostics
import Grouping
import HTML
import Time

/// How often customers needed something, nobody counted twice, and how many came back after the AI alone.
enum DemandBlock {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let now = Tally(context.comparison.current, context)
    let before = Tally(context.comparison.previous, context)
    let file = context.file("overview-demand.csv")
    let figures = FiguresView(rows: [
      .init(
        figures: [demand(now, before, context)]
          + now.returns.indices.map { back($0, now, before, context) }, classes: "")
    ])
    return Report(
      .row, body: try figures.render(context) + foot(file, context), side: try side(now, context),
      files: [Report.File(address: file, bytes: csv(now, before, context))])
  }
}

extension DemandBlock {
  /// What the Conversations that began in a period hold.
  private struct Tally {
    let period: Period
    /// Conversations with Sessions and no Contact.
    var aiOnly = 0
    var contacts = 0
    var answered = 0
    let day: ReturnTally
    let week: ReturnTally

    init(_ period: Period, _ context: ReportContext) {
      let facts = context.facts
      let conversations = context.conversations(startedIn: period)
      self.period = period
      aiOnly = conversations.count { $0.path == .aiOnly }
      for contact in context.contacts(inConversationsStartedIn: period) {
        contacts += 1
        if contact.answered { answered += 1 }
      }
      day = ReturnTally(conversations.positions, within: .hours(24), in: facts, asOf: context.asOf)
      week = ReturnTally(conversations.positions, within: .days(7), in: facts, asOf: context.asOf)
    }

    var demand: Int { aiOnly + contacts }
    /// By the length of the time to come back: 24 h, 7 days.
    var returns: [ReturnTally] { [day, week] }
  }

  private static func demand(_ now: Tally, _ before: Tally, _ context: ReportContext) -> Figure {
    let words = context.words
    return Figure(
      context.sentence("overview.demand.title"), value: words.number(now.demand),
      change: context.change(from: before.demand, to: now.demand),
      note: words.fill(
        "overview.demand.parts",
        ["contacts": words.count("count.contacts", now.contacts), "ai": words.number(now.aiOnly)]))
  }

  private static func back(_ index: Int, _ now: Tally, _ before: Tally, _ context: ReportContext) -> Figure {
    let words = context.words
    let (now, before) = (now.returns[index], before.returns[index])
    return Figure(
      context.sentence("overview.demand.back.\(index == 0 ? "day" : "week")"),
      value: words.percent(now.followed, of: now.over) ?? words["table.missing"],
      change: context.change(from: (before.followed, of: before.over), to: (now.followed, of: now.over)),
      note: words.fill(
        "overview.demand.back.note", ["followed": words.number(now.followed), "over": words.number(now.over)]))
  }

  private static func side(_ now: Tally, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    return try context.paragraphs(
      [
        context.sentence("overview.demand.words"),
        now.contacts == 0
          ? Markup()
          : context.sentence(
            "overview.demand.contacts",
            [
              "contacts": words.count("count.contacts", now.contacts), "answered": words.number(now.answered),
              "unanswered": words.number(now.contacts - now.answered),
            ]),
      ], notes: [context.sentence("overview.demand.note")])
  }

  private static func foot(_ file: String, _ context: ReportContext) throws(Diagnostics) -> Markup {
    try context.rowsFoot(
      file, facts: context.facts(unit: context.words["overview.demand.unit"], anchor: context.words["overview.anchor"]))
  }

  private static func csv(_ now: Tally, _ before: Tally, _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "first_day", "last_day", "demand", "contacts", "contacts_answered", "conversations_ai_only",
      "came_back_24h", "came_back_24h_of", "came_back_7d", "came_back_7d_of",
    ])
    for tally in context.comparison.hasBefore ? [now, before] : [now] {
      csv.append([
        .id(tally.period.first.description), .id(tally.period.last.description), .number(tally.demand),
        .number(tally.contacts), .number(tally.answered), .number(tally.aiOnly), .number(tally.day.followed),
        .number(tally.day.over), .number(tally.week.followed), .number(tally.week.over),
      ])
    }
    return csv.bytes
  }
}
