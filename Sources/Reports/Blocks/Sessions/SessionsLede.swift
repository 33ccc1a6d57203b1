import Diagnostics
import HTML

/// The opening sentence of a page of Sessions, for a day or a longer period.
enum SessionsLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    guard case .day = context.page.subject else { return try made(context) }
    return try context.daySessions.report("sessions-lede", context.page) { () throws(Diagnostics) in
      try made(context)
    }
  }

  private static func made(_ context: ReportContext) throws(Diagnostics) -> Report {
    let tally = SessionTally(context.sessions(in: context.page.period))
    return Report(
      .lede, body: Markup(sentences(tally, context)),
      side: try context.titleLines([context.words["sessions.report"], title(context)]))
  }
}

extension SessionsLede {
  /// Of the page's period, or of its one day.
  private static func tellsSessions(_ key: String, _ context: ReportContext) -> Bool {
    guard case .day = context.page.subject else { return context.tellsTotals(key, of: .sessionsByStart) }
    return context.dayScreen(.sessionsByStart)?.hides(key, on: context.page.period.first) != true
  }

  private static func title(_ context: ReportContext) -> String {
    let period = context.page.period
    return period.days == 1 ? context.words.dayLong(period.first) : context.words.range(period.first, period.last)
  }

  private static func sentences(_ tally: SessionTally, _ context: ReportContext) -> [Markup] {
    let words = context.words
    let span = context.page.period.days == 1 ? "sessions.lede.day" : "sessions.lede.period"
    let days = words.count("count.days", context.page.period.days)
    let tells = { (keys: [String]) in keys.allSatisfy { tellsSessions($0, context) } }
    guard tells(["sessions"]) else { return [context.fewNote] }
    guard tally.count > 0 else { return [context.sentence(span + ".none", ["days": days])] }
    var sentences = [
      context.sentence(context.form(span, tally.count), ["n": words.number(tally.count), "days": days])
    ]
    if tells(["ended_in_ai", "handed_off"]) {
      sentences.append(
        context.sentence(
          "sessions.lede.outcomes", ["ended": words.number(tally.endedInAI), "handed": words.number(tally.handedOff)]))
    }
    if tally.didNotRespond > 0, tells(["did_not_respond"]) {
      sentences.append(context.sentence("sessions.lede.silent", ["n": words.number(tally.didNotRespond)]))
    }
    if tally.inProgress > 0, tells(["in_progress"]) {
      sentences.append(
        context.sentence(context.form("sessions.lede.open", tally.inProgress), ["n": words.number(tally.inProgress)]))
    }
    if tally.count > 1, let median = tally.active.median {
      sentences.append(context.sentence("sessions.lede.half", ["length": words.length(median)]))
    }
    if context.isUnfinished { sentences.append(context.sentence(span + ".unfinished")) }
    return sentences
  }
}
