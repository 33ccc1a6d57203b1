import Diagnostics
import HTML

/// The opening sentence of the Contact Summary: how many Contacts ended, how they began, how long customers waited.
enum ContactsLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let tally = ContactTally(context.contacts(endedIn: context.page.period), context.facts)
    return try context.lede("contacts.report", sentences(tally, context))
  }
}

extension ContactsLede {
  private static func sentences(_ tally: ContactTally, _ context: ReportContext) -> [Markup] {
    let words = context.words
    let span = context.spanWords
    let tells = { (keys: [String]) in keys.allSatisfy { context.tellsTotals($0, of: .contactsByEnd) } }
    guard tells(["ended"]) else { return [context.fewNote] }
    guard tally.ended > 0 else { return [context.sentence("contacts.lede.none", ["span": span])] }
    var sentences = [
      context.sentence(
        context.form("contacts.lede.count", tally.ended), ["n": words.number(tally.ended), "span": span])
    ]
    if tells(["handed_off", "direct", "outbound"]) {
      sentences.append(
        context.sentence(
          tally.outbound > 0 ? "contacts.lede.origins_outbound" : "contacts.lede.origins",
          [
            "handed": words.number(tally.handedOff), "direct": words.number(tally.direct),
            "outbound": words.number(tally.outbound),
          ]))
    }
    if tells(["answered", "unanswered"]) {
      sentences.append(
        context.sentence(
          "contacts.lede.answered",
          ["answered": words.number(tally.answered), "unanswered": words.number(tally.unanswered)]))
    }
    if tells(["first_replies"]), let median = tally.firstReplies.median, tally.firstReplies.count > 1 {
      sentences.append(
        context.sentence(
          "contacts.lede.half", ["length": words.length(median), "n": words.number(tally.firstReplies.count)]))
    }
    if context.isUnfinished { sentences.append(context.unfinishedSentence) }
    return sentences
  }
}
