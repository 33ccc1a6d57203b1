import Events
import Grouping
import Time

/// The groups of a whole export, as reports count them: what `Grouper` found for each party, one after another.
/// An accumulator: start empty, `add` each party in the store's order, `merge` chunks in order.
///
/// Indices into `conversations`, `sessions`, `contacts` are positions in these arrays; an event's index is its position
/// in `EventStore.events`; a party's, in `EventStore.parties`.
public struct Facts: Sendable {
  public private(set) var parties: [PartyFact] = []
  public private(set) var conversations: [ConversationFact] = []
  public private(set) var sessions: [SessionFact] = []
  public private(set) var contacts: [ContactFact] = []
  /// By kind's name: how often, and the first event.
  public private(set) var anomalies: [AnomalyFact] = []
  /// Events after the as-of instant, left out.
  public private(set) var later = 0

  public init() {}
}

/// One customer at one brand, and where its groups stand.
public struct PartyFact: Sendable {
  public var party: Int
  public var conversations: Range<Int>
  public var sessions: Range<Int>
  public var contacts: Range<Int>
}

/// How a Conversation went, by which began first (`guide/reports.md`, "Overview").
public enum ConversationPath: Int, Sendable, CaseIterable {
  case aiOnly, aiThenTeam, teamThenAI, teamOnly, neither
}

/// A Conversation with what reports ask of it.
public struct ConversationFact: Sendable {
  public var party: Int
  /// Its `opener` and `Mark.event` are events of the store.
  public var group: Groups.Conversation
  public var path: ConversationPath
  /// The channel of the opener.
  public var channel: UInt16
  /// Agents in its Contacts, each once.
  public var agents: Int
  /// An agent wrote in one of its Contacts.
  public var answered: Bool
  /// One of its Sessions ended by hand-off.
  public var handedOff: Bool
}

/// A Session of a party.
public struct SessionFact: Sendable {
  public var party: Int
  /// Its `conversation` and `contact` are positions in `Facts`; `opener` and `closer` are events of the store.
  public var group: Groups.Session
}

/// A Contact of a party.
public struct ContactFact: Sendable {
  public var party: Int
  /// Its `conversation` and `session` are positions in `Facts`; `opener` and `closer` are events of the store.
  public var group: Groups.Contact

  /// An agent wrote in it.
  public var answered: Bool { group.agentMessages > 0 }
  /// The customer began it, or the AI handed it over.
  public var inbound: Bool { group.origin != .outbound }
}

/// An anomaly and the store's event.
public struct AnomalyFact: Sendable, Equatable {
  public var kind: Groups.AnomalyKind
  public var event: Int
}

extension Facts {
  /// Adds one party's groups.
  /// - Parameters:
  ///   - party: its position in `EventStore.parties`.
  ///   - events: its events, with the store's indices.
  public mutating func add(_ groups: Groups, party: Int, events: EventSlice) {
    let base = (conversations.count, sessions.count, contacts.count)
    for session in groups.sessions { sessions.append(fact(session, party, base, events.startIndex)) }
    for contact in groups.contacts { contacts.append(fact(contact, party, base, events.startIndex)) }
    addConversations(groups, party: party, events: events)
    for anomaly in groups.anomalies {
      anomalies.append(AnomalyFact(kind: anomaly.kind, event: anomaly.event + events.startIndex))
    }
    later += groups.later
    parties.append(
      PartyFact(
        party: party, conversations: base.0..<conversations.count, sessions: base.1..<sessions.count,
        contacts: base.2..<contacts.count))
  }

  /// Appends the facts of later parties.
  public mutating func merge(_ later: Facts) {
    let base = (conversations.count, sessions.count, contacts.count)
    conversations += later.conversations
    sessions += later.sessions.map { fact in
      var fact = fact
      fact.group.conversation += base.0
      fact.group.contact = fact.group.contact.map { $0 + base.2 }
      return fact
    }
    contacts += later.contacts.map { fact in
      var fact = fact
      fact.group.conversation += base.0
      fact.group.session = fact.group.session.map { $0 + base.1 }
      return fact
    }
    anomalies += later.anomalies
    self.later += later.later
    parties += later.parties.map { fact in
      PartyFact(
        party: fact.party, conversations: fact.conversations.moved(by: base.0),
        sessions: fact.sessions.moved(by: base.1), contacts: fact.contacts.moved(by: base.2))
    }
  }
}

extension Facts {
  private typealias Base = (conversations: Int, sessions: Int, contacts: Int)

  private func fact(_ session: Groups.Session, _ party: Int, _ base: Base, _ firstEvent: Int) -> SessionFact {
    var group = session
    group.conversation += base.conversations
    group.contact = group.contact.map { $0 + base.contacts }
    group.opener += firstEvent
    group.closer = group.closer.map { $0 + firstEvent }
    return SessionFact(party: party, group: group)
  }

  private func fact(_ contact: Groups.Contact, _ party: Int, _ base: Base, _ firstEvent: Int) -> ContactFact {
    var group = contact
    group.conversation += base.conversations
    group.session = group.session.map { $0 + base.sessions }
    group.opener += firstEvent
    group.closer = group.closer.map { $0 + firstEvent }
    return ContactFact(party: party, group: group)
  }

  private mutating func addConversations(_ groups: Groups, party: Int, events: EventSlice) {
    var shapes = groups.conversations.map { _ in ConversationShape() }
    for session in groups.sessions { shapes[session.conversation].note(session) }
    for contact in groups.contacts { shapes[contact.conversation].note(contact) }
    for (conversation, shape) in zip(groups.conversations, shapes) {
      var group = conversation
      let channel = events[events.startIndex + group.opener].channel
      group.opener += events.startIndex
      for index in group.closes.indices { group.closes[index].event += events.startIndex }
      for index in group.reopens.indices { group.reopens[index].event += events.startIndex }
      conversations.append(
        ConversationFact(
          party: party, group: group, path: shape.path, channel: channel, agents: shape.agents.count,
          answered: shape.answered, handedOff: shape.handedOff))
    }
  }
}

/// What a Conversation's Sessions and Contacts tell of it.
private struct ConversationShape {
  /// The openers of its first Session and first Contact: by which began first, in the order of events.
  var firstSession: Int?
  var firstContact: Int?
  var agents: [UInt32] = []
  var answered = false
  var handedOff = false

  mutating func note(_ session: Groups.Session) {
    firstSession = min(firstSession ?? .max, session.opener)
    if session.endReason == .handoff { handedOff = true }
  }

  mutating func note(_ contact: Groups.Contact) {
    firstContact = min(firstContact ?? .max, contact.opener)
    if contact.agentMessages > 0 { answered = true }
    for agent in contact.agents where !agents.contains(agent) { agents.append(agent) }
  }

  var path: ConversationPath {
    switch (firstSession, firstContact) {
    case (nil, nil): .neither
    case (_, nil): .aiOnly
    case (nil, _): .teamOnly
    case (let session?, let contact?): session < contact ? .aiThenTeam : .teamThenAI
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by n: Int) -> Range<Int> { lowerBound + n..<upperBound + n }
}
