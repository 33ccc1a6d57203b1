import Events
import Files
import Grouping
import Time

/// AI Sessions Detail with messages: the full text of each message of the Sessions. Personal data.
struct SessionMessagesCSV {
  let context: ReportContext

  static let header = ["session", "conversation", "customer", "channel", "event", "at", "actor", "actor_name", "text"]

  func rows(_ sessions: SessionRun) throws(FileError) -> ScratchColumn<UInt8> {
    var csv = CSVFile(header: SessionMessagesCSV.header, inMemory: context.settings.fileBytesInMemory)
    var parties = PartyMessages(context: context)
    for session in sessions {
      for event in parties.messages(of: session) { csv.writer.append(row(event, session)) }
      try csv.flush()
    }
    return try csv.finish()
  }
}

extension SessionMessagesCSV {
  private func row(_ position: Int, _ fact: SessionFact) -> [CSVField] {
    let event = context.store.events[position]
    var details = EventDetails()
    context.store.details(of: event, into: &details)
    let conversation = context.facts.conversations[fact.group.conversation].group
    let name = event.actor == .customer ? context.shownName(fact.party) : context.actorName(position) ?? ""
    return [
      .id(context.sessionID(fact.group)), .id(context.conversationID(conversation)),
      .id(context.customerID(fact.party)), .text(context.store.channels[Int(fact.group.channel)]),
      .id(context.eventID(position)), .instant(event.at), .id(event.actor.name), .text(name),
      .text(String(decoding: details.text, as: UTF8.self)),
    ]
  }
}

/// Which messages a Session has: its party's events are grouped again, since facts keep no assignments.
private struct PartyMessages: ~Copyable {
  let context: ReportContext
  private var grouper: PartyGrouper
  private var party: Int?
  private var groups = Groups()

  init(context: ReportContext) {
    self.context = context
    grouper = PartyGrouper(store: context.store, rules: context.rules, asOf: context.asOf)
  }

  /// Positions in the store, in order.
  mutating func messages(of fact: SessionFact) -> [Int] {
    if party != fact.party {
      party = fact.party
      grouper.group(context.store.parties[fact.party], into: &groups)
    }
    let first = context.store.parties[fact.party].events.lowerBound
    let own = groups.sessions.firstIndex { $0.opener + first == fact.group.opener }
    return groups.assignments.indices.filter { groups.assignments[$0].session == own && own != nil }.map { $0 + first }
      .filter { context.store.events[$0].kind == .message }
  }
}
