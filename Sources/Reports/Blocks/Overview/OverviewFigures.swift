import Charts
import Diagnostics
import Grouping
import HTML
import Time

/// The three units, each by its own anchor, and four quieter figures. No ratio mixes anchors.
enum OverviewFigures {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let scope = Scope(context)
    return Report(
      .full,
      body: try FiguresView(rows: [
        .init(figures: [sessions(scope), conversations(scope), contacts(scope)], classes: "panels--tri"),
        .init(
          figures: [handoffRate(scope), endedInAI(scope), firstReply(scope), reopened(scope)], classes: "panels--4"),
      ]).render(context) + context.fewParagraph())
  }
}

extension OverviewFigures {
  /// What began or ended in the period and in the one before, by day.
  private struct Scope {
    let context: ReportContext
    let sessions: (now: [FactRun<SessionFact>], before: [FactRun<SessionFact>])
    let conversations: (now: [FactRun<ConversationFact>], before: [FactRun<ConversationFact>])
    let contacts: (now: [FactRun<ContactFact>], before: [FactRun<ContactFact>])

    init(_ context: ReportContext) {
      self.context = context
      func days<Fact>(
        _ items: (Period) -> FactRun<Fact>, _ at: (Fact) -> Instant?
      ) -> ([FactRun<Fact>], [FactRun<Fact>]) {
        let (now, before) = (context.comparison.current, context.comparison.previous)
        return (context.byDay(items(now), of: now, at: at), context.byDay(items(before), of: before, at: at))
      }
      sessions = days(context.sessions(in:)) { $0.group.startedAt }
      conversations = days(context.conversations(startedIn:)) { $0.group.startedAt }
      contacts = days(context.contacts(endedIn:)) { $0.group.endedAt }
    }
  }

  private static func sessions(_ scope: Scope) -> Figure {
    scope.context.told(unit("sessions", .ai, scope.sessions, scope.context), "sessions", .sessionsByStart)
  }

  private static func conversations(_ scope: Scope) -> Figure {
    scope.context.told(
      unit("conversations", .conv, scope.conversations, scope.context), "conversations", .conversationsByStart)
  }

  private static func contacts(_ scope: Scope) -> Figure {
    scope.context.told(unit("contacts", .team, scope.contacts, scope.context), "contacts", .contactsByEnd)
  }

  /// One of the three units.
  private static func unit<Day: Collection>(
    _ name: String, _ role: Role, _ days: (now: [Day], before: [Day]), _ context: ReportContext
  ) -> Figure {
    var figure = context.countFigure("overview.figures." + name, days, height: 44, role: role) { _ in true }
    figure.role = role
    figure.note = context.words["overview.figures.\(name).note"]
    figure.href = context.list(name)
    return figure
  }

  private static func handoffRate(_ scope: Scope) -> Figure {
    let context = scope.context
    func share(_ days: [FactRun<SessionFact>]) -> (Int, of: Int) {
      (days.joined().count { $0.group.endReason == .handoff }, of: days.reduce(0) { $0 + $1.count })
    }
    let (now, before) = (share(scope.sessions.now), share(scope.sessions.before))
    let words = context.words
    var figure = Figure(
      context.sentence("overview.figures.rate.title"),
      value: words.percent(now.0, of: now.of) ?? words["table.missing"], change: context.change(from: before, to: now),
      note: words.fill(context.form("overview.figures.rate.note", now.of), ["n": words.number(now.of)]))
    figure.curve = context.curve(
      words["overview.figures.rate.curve"], height: 28, now: scope.sessions.now, before: scope.sessions.before,
      measure: { day in
        day.isEmpty ? nil : Double(day.count { $0.group.endReason == .handoff }) / Double(day.count)
      }, text: { words.percent(Int(($0 * 100).rounded()), of: 100, decimals: 0) ?? "" })
    return context.told(figure, "handed_off", others: ["sessions"], .sessionsByStart)
  }

  private static func endedInAI(_ scope: Scope) -> Figure {
    let context = scope.context
    var figure = context.countFigure("overview.figures.ended", scope.sessions, height: 28) {
      $0.group.outcome == .endedInAI
    }
    let count = scope.sessions.now.reduce(0) { $0 + $1.count }
    figure.note = context.words.fill(
      context.form("overview.figures.ended.note", count), ["n": context.words.number(count)])
    return context.told(figure, "ended_in_ai", others: ["sessions"], .sessionsByStart)
  }

  private static func firstReply(_ scope: Scope) -> Figure {
    let context = scope.context
    let replies = (now: scope.contacts.now.map(\.firstReplies), before: scope.contacts.before.map(\.firstReplies))
    return context.told(
      context.lengthFigure("overview.figures.reply", replies), "first_replies", .contactsByEnd)
  }

  private static func reopened(_ scope: Scope) -> Figure {
    let context = scope.context
    var figure = context.countFigure("overview.figures.reopened", scope.conversations, height: 28) {
      !$0.group.reopens.isEmpty
    }
    let count = scope.conversations.now.reduce(0) { $0 + $1.count }
    figure.note = context.words.fill(
      context.form("overview.figures.reopened.note", count), ["n": context.words.number(count)])
    return context.told(figure, "reopened", others: ["conversations"], .conversationsByStart)
  }
}
