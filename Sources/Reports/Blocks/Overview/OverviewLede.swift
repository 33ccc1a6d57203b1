import Diagnostics
import HTML

/// The opening sentence of the Overview: how many Conversations began, and how they went.
enum OverviewLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let tally = PathTally(context.conversations(startedIn: context.page.period))
    return try context.lede("overview.report", sentences(tally, context))
  }
}

extension OverviewLede {
  private static func sentences(_ tally: PathTally, _ context: ReportContext) -> [Markup] {
    let words = context.words
    let tells = { (keys: [String]) in keys.allSatisfy { context.tellsTotals($0, of: .conversationsByStart) } }
    guard tells(["conversations"]) else { return [context.fewNote] }
    guard tally.total > 0 else {
      return [context.sentence("overview.lede.none", ["span": context.spanWords])]
    }
    var sentences = [
      context.sentence(
        context.form("overview.lede.count", tally.total),
        [
          "customers": words.count("count.customers", tally.customers), "n": words.number(tally.total),
          "span": context.spanWords,
        ])
    ]
    if tells(["ai_only", "both", "team_only"]) {
      sentences.append(
        context.sentence(
          tally[.teamThenAI] > 0 ? "overview.lede.paths_mixed" : "overview.lede.paths",
          [
            "ai": words.number(tally[.aiOnly]), "both": words.number(tally.both),
            "team": words.number(tally[.teamOnly]),
          ]))
    }
    if tally[.neither] > 0, tells(["neither"]) {
      sentences.append(
        context.sentence(
          context.form("overview.lede.neither", tally[.neither]), ["n": words.number(tally[.neither])]))
    }
    if tally.reachedTeam > 0, tells(["reached", "answered", "unanswered"]) {
      sentences.append(answered(tally, context))
    }
    if context.isUnfinished { sentences.append(context.unfinishedSentence) }
    return sentences
  }

  /// A Contact that nobody answered is a Contact all the same, so both are said.
  private static func answered(_ tally: PathTally, _ context: ReportContext) -> Markup {
    let words = context.words
    return context.sentence(
      "overview.lede.answered",
      [
        "reached": words.number(tally.reachedTeam), "answered": words.number(tally.answered),
        "unanswered": words.number(tally.unanswered),
      ])
  }
}

extension ReportContext {
  /// Says when the data ends in a period that is not over.
  var unfinishedSentence: Markup {
    sentence(
      page.subject == .month ? "overview.lede.unfinished_month" : "overview.lede.unfinished",
      ["as_of": moment(asOf), "time": time(asOf)])
  }
}
