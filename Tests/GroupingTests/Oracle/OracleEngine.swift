import Grouping
import Time

@testable import Events

/// The engine, asked as the oracle is: packs a history's events, groups them, and reads the groups back as plain
/// values.
struct OracleEngine {
  private var names = [""]
  private var channels = [""]
  /// Of the events, in order.
  private var ids: [String] = []
  private var groups = Groups()

  static func group(_ records: [OracleEvent], rules: Rules, asOf: Int64) -> OracleGroups {
    var engine = OracleEngine()
    let sorted = OracleOrder.sort(records)
    engine.ids = sorted.map(\.id)
    engine.run(EventSlice(sorted.map { engine.pack($0) }), rules: rules, asOf: asOf)
    return engine.result
  }

  /// Groups a party of a store that was read of files.
  static func group(_ party: EventStore.Party, of store: EventStore, rules: Rules, asOf: Int64) -> OracleGroups {
    var engine = OracleEngine()
    engine.names = store.names.indices.map { store.name(UInt32($0)) }
    engine.channels = store.channels
    engine.ids = store.events(of: party).map { store.id(of: $0) }
    engine.run(store.events(of: party), rules: rules, asOf: asOf)
    return engine.result
  }

  private mutating func run(_ events: EventSlice, rules: Rules, asOf: Int64) {
    var grouper = Grouper(rules: rules, channels: channels)
    grouper.group(events, asOf: Instant(milliseconds: asOf), into: &groups)
  }

  private mutating func pack(_ event: OracleEvent) -> Event {
    Event(
      at: Instant(milliseconds: event.at), record: UInt64(event.place),
      conversation: UInt32(OracleEngine.index(of: event.conversation, in: &names)),
      actorID: UInt32(OracleEngine.index(of: event.actorID, in: &names)),
      channel: UInt16(OracleEngine.index(of: event.channel, in: &channels)),
      kind: event.kind, actor: event.actor, lane: event.to.map { $0 == .ai ? 1 : 2 } ?? 0)
  }

  private static func index(of name: String, in names: inout [String]) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    return names.count - 1
  }
}

extension OracleEngine {
  private var result: OracleGroups {
    OracleGroups(
      conversations: groups.conversations.map(conversation),
      sessions: groups.sessions.map(session),
      contacts: groups.contacts.map(contact),
      assignments: groups.assignments.indices.map(assignment),
      anomalies: groups.anomalies.map { .init(event: ids[$0.event], anomaly: $0.kind.name) },
      later: groups.later)
  }

  private func conversation(_ it: Groups.Conversation) -> OracleGroups.Conversation {
    OracleGroups.Conversation(
      id: id(it), startedAt: it.startedAt.milliseconds, lastActivityAt: it.lastActivityAt.milliseconds,
      closedAt: it.closedAt?.milliseconds, closeReason: it.closeReason?.rawValue, initiator: it.initiator.name,
      channels: groups.channels(of: it).map { channels[Int($0)] }, sessions: it.sessions, contacts: it.contacts,
      events: it.events, closes: groups.closes(of: it).map(mark), reopens: groups.reopens(of: it).map(mark))
  }

  private func mark(_ it: Groups.Mark) -> OracleGroups.Mark { .init(at: it.at.milliseconds, by: it.by.name) }

  private func session(_ it: Groups.Session) -> OracleGroups.Session {
    OracleGroups.Session(
      id: id(it), conversation: id(groups.conversations[it.conversation]), channel: channels[Int(it.channel)],
      startedAt: it.startedAt.milliseconds, lastActivityAt: it.lastActivityAt.milliseconds,
      endedAt: it.endedAt?.milliseconds, endReason: it.endReason?.rawValue, origin: it.origin.rawValue,
      outcome: it.outcome.rawValue, firstReplyAt: it.firstReplyAt?.milliseconds,
      customerMessages: it.customerMessages, aiMessages: it.aiMessages)
  }

  private func contact(_ it: Groups.Contact) -> OracleGroups.Contact {
    OracleGroups.Contact(
      id: id(it), conversation: id(groups.conversations[it.conversation]), channel: channels[Int(it.channel)],
      startedAt: it.startedAt.milliseconds, lastActivityAt: it.lastActivityAt.milliseconds,
      endedAt: it.endedAt?.milliseconds, endReason: it.endReason?.rawValue, origin: it.origin.rawValue,
      firstReplyAt: it.firstReplyAt?.milliseconds, customerMessages: it.customerMessages,
      agentMessages: it.agentMessages, aiMessages: it.aiMessages, agents: groups.agents(of: it).map { names[Int($0)] })
  }

  private func assignment(_ index: Int) -> OracleGroups.Assignment {
    let it = groups.assignments[index]
    return OracleGroups.Assignment(
      event: ids[index], conversation: it.conversation.map { id(groups.conversations[$0]) },
      session: it.session.map { id(groups.sessions[$0]) }, contact: it.contact.map { id(groups.contacts[$0]) })
  }

  private func id(_ it: Groups.Conversation) -> String {
    it.givenID == 0 ? "c:" + ids[it.opener] : names[Int(it.givenID)]
  }

  private func id(_ it: Groups.Session) -> String { "s:" + ids[it.opener] }
  private func id(_ it: Groups.Contact) -> String { "k:" + ids[it.opener] }
}
