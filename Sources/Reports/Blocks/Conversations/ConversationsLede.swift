import Diagnostics
import HTML

/// The opening sentence of the Conversation Summary: how many closed, how they went, how many are open.
enum ConversationsLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let tally = ClosedTally(context.conversations(closedIn: context.page.period))
    return try context.lede("conversations.report", sentences(tally, context))
  }
}

extension ConversationsLede {
  private static func sentences(_ tally: ClosedTally, _ context: ReportContext) -> [Markup] {
    let words = context.words
    // How many are open is a number that no table holds together with others: it is left out where few are hidden.
    let open = context.hidesFew ? 0 : OpenConversations.positions(context).count
    var sentences: [Markup] = []
    let tells = { (keys: [String]) in keys.allSatisfy { context.tellsTotals($0, of: .conversationsByClose) } }
    if !tells(["closed"]) {
      sentences = [context.fewNote]
    } else if tally.closed == 0 {
      sentences = [context.sentence("conversations.lede.none", ["span": context.spanWords])]
    } else {
      sentences = [
        context.sentence(
          context.form("conversations.lede.count", tally.closed),
          [
            "n": words.number(tally.closed), "span": context.spanWords,
            "customers": words.count("count.customers", tally.paths.customers),
          ])
      ]
      if tells(["ai_only", "both", "team_only"]) {
        sentences.append(
          context.sentence(
            "conversations.lede.inside",
            [
              "ai": words.number(tally.paths[.aiOnly]), "both": words.number(tally.paths.both),
              "team": words.number(tally.paths[.teamOnly]),
            ]))
      }
      if tally.closed > 1, let median = tally.toLastClose.median {
        sentences.append(context.sentence("conversations.lede.half", ["length": words.length(median)]))
      }
    }
    if open > 0 {
      sentences.append(
        context.sentence(
          context.form(
            context.page.subject == .month ? "conversations.lede.open_month" : "conversations.lede.open", open),
          ["n": words.number(open)]))
    }
    if context.isUnfinished { sentences.append(context.unfinishedSentence) }
    return sentences
  }
}
