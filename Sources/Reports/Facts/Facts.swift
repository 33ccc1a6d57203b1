import Events
import Files
import Grouping
import Time

/// The groups of a whole export, as reports count them: what `Grouper` found for each party, one after another.
/// An accumulator: start empty, `add` each party in the store's order, `merge` chunks in order. Once it is filled, any
/// thread may read.
///
/// Indices into `conversations`, `sessions`, `contacts` are positions in these columns; an event's index is its position
/// in the store; a party's, in `EventStore.parties`.
public final class Facts: @unchecked Sendable {
  // Unchecked: whoever adds does so before it is shared.
  /// By kind's name: how often, and the first event.
  public private(set) var anomalies: [AnomalyFact] = []
  /// Events after the as-of instant, left out.
  public private(set) var later = 0
  private let partyColumn: ScratchColumn<PartyFact>
  private let conversationColumn: ScratchColumn<ConversationFact>
  private let sessionColumn: ScratchColumn<SessionFact>
  private let contactColumn: ScratchColumn<ContactFact>
  private let channelColumn: ScratchColumn<UInt16>
  private let agentColumn: ScratchColumn<UInt32>

  /// - Parameter limit: how many bytes of facts may lie in memory, about; others go to scratch files.
  public init(inMemory limit: Int = .max) {
    let share = limit / 32
    partyColumn = ScratchColumn(inMemory: share * 4)
    conversationColumn = ScratchColumn(inMemory: share * 12)
    sessionColumn = ScratchColumn(inMemory: share * 7)
    contactColumn = ScratchColumn(inMemory: share * 7)
    channelColumn = ScratchColumn(inMemory: share)
    agentColumn = ScratchColumn(inMemory: share)
  }
}

extension Facts {
  public var parties: FactColumn<PartyFact> { FactColumn(partyColumn) }
  public var conversations: FactColumn<ConversationFact> { FactColumn(conversationColumn) }
  public var sessions: FactColumn<SessionFact> { FactColumn(sessionColumn) }
  public var contacts: FactColumn<ContactFact> { FactColumn(contactColumn) }

  /// Channels of its exchange events without `""`, sorted by name.
  public func channels(of fact: ConversationFact) -> Slice<FactColumn<UInt16>> {
    FactColumn(channelColumn)[fact.group.channels.range]
  }

  /// Actor ids of its agent messages, indices into the store's names, by first message.
  public func agents(of fact: ContactFact) -> Slice<FactColumn<UInt32>> {
    FactColumn(agentColumn)[fact.group.agents.range]
  }

  /// Adds one party's groups.
  /// - Parameters:
  ///   - party: its position in `EventStore.parties`.
  ///   - events: its events, with the store's indices.
  public func add(_ groups: borrowing Groups, party: Int, events: EventSlice) throws(FileError) {
    let base = base
    try addConversations(groups, party: party, events: events)
    for session in groups.sessions {
      try sessionColumn.append(SessionFact(party: party, group: session.placed(base, events.startIndex)))
    }
    let agents = agentColumn.count
    for contact in groups.contacts {
      var group = contact.placed(base, events.startIndex)
      group.agents = group.agents.moved(by: agents)
      try contactColumn.append(ContactFact(party: party, group: group))
    }
    for agent in groups.agents { try agentColumn.append(agent) }
    for anomaly in groups.anomalies {
      anomalies.append(AnomalyFact(kind: anomaly.kind, event: anomaly.event + events.startIndex))
    }
    later += groups.later
    try partyColumn.append(PartyFact(party: party, from: base, to: self.base))
  }

  /// Appends the facts of later parties.
  public func merge(_ other: Facts) throws(FileError) {
    let base = base
    try mergeLists(of: other)
    try sessionColumn.append(contentsOf: UnsafeBufferPointer(other.sessionColumn.values))
    for place in Int(base.sessions)..<sessionColumn.count {
      sessionColumn.values[place].group = sessionColumn[place].group.placed(base, 0)
    }
    try partyColumn.append(contentsOf: UnsafeBufferPointer(other.partyColumn.values))
    for place in partyColumn.count - other.partyColumn.count..<partyColumn.count {
      partyColumn.values[place] = partyColumn[place].moved(by: base)
    }
    anomalies += other.anomalies
    later += other.later
  }
}

extension Facts {
  private var base: FactBase {
    FactBase(
      conversations: Int32(conversationColumn.count), sessions: Int32(sessionColumn.count),
      contacts: Int32(contactColumn.count))
  }

  private func addConversations(
    _ groups: borrowing Groups, party: Int, events: EventSlice
  ) throws(FileError) {
    var shapes = groups.conversations.map { _ in ConversationShape() }
    for session in groups.sessions { shapes[session.conversation].note(session) }
    for contact in groups.contacts { shapes[contact.conversation].note(contact, agents: groups.agents(of: contact)) }
    let channels = channelColumn.count
    for (conversation, shape) in zip(groups.conversations, shapes) {
      let channel = events[events.startIndex + conversation.opener].channel
      var fact = ConversationFact(party: party, conversation, channel: channel, shape, groups)
      fact.group.opener += events.startIndex
      fact.group.channels = conversation.channels.moved(by: channels)
      try conversationColumn.append(fact)
    }
    for channel in groups.channels { try channelColumn.append(channel) }
  }

  /// Conversations and Contacts, which have lists.
  private func mergeLists(of other: Facts) throws(FileError) {
    let (base, channels, agents) = (base, channelColumn.count, agentColumn.count)
    try conversationColumn.append(contentsOf: UnsafeBufferPointer(other.conversationColumn.values))
    for place in Int(base.conversations)..<conversationColumn.count {
      let span = conversationColumn[place].group.channels
      conversationColumn.values[place].group.channels = span.moved(by: channels)
    }
    try contactColumn.append(contentsOf: UnsafeBufferPointer(other.contactColumn.values))
    for place in Int(base.contacts)..<contactColumn.count {
      var group = contactColumn[place].group.placed(base, 0)
      group.agents = group.agents.moved(by: agents)
      contactColumn.values[place].group = group
    }
    try channelColumn.append(contentsOf: UnsafeBufferPointer(other.channelColumn.values))
    try agentColumn.append(contentsOf: UnsafeBufferPointer(other.agentColumn.values))
  }
}

extension Groups.Session {
  /// The same among the facts that have `base` before them, with events from `firstEvent` on.
  fileprivate func placed(_ base: FactBase, _ firstEvent: Int) -> Groups.Session {
    var group = self
    group.conversation += Int(base.conversations)
    group.contact = group.contact.map { $0 + Int(base.contacts) }
    group.opener += firstEvent
    group.closer = group.closer.map { $0 + firstEvent }
    return group
  }
}

extension Groups.Contact {
  /// The same among the facts that have `base` before them, with events from `firstEvent` on.
  fileprivate func placed(_ base: FactBase, _ firstEvent: Int) -> Groups.Contact {
    var group = self
    group.conversation += Int(base.conversations)
    group.session = group.session.map { $0 + Int(base.sessions) }
    group.opener += firstEvent
    group.closer = group.closer.map { $0 + firstEvent }
    return group
  }
}
