import Events
import Grouping

/// Writes the groups of one party after another as rows.
///
/// One for a run of parties: copying the store counts references to what all threads share.
struct PartyRows {
  private let store: EventStore
  private let identity: GroupIdentity
  private let format: GroupTables.Format
  private let channels: [EncodedField]
  private var events: EventSlice = []
  // Of the party; each of these is written many times over.
  private var brand: EncodedField
  private var customer: EncodedField
  private var conversationIDs: [EncodedField] = []
  private var sessionIDs: [EncodedField] = []
  private var contactIDs: [EncodedField] = []
  private var scratch: [UInt8] = []

  init(store: EventStore, format: GroupTables.Format) {
    self.store = store
    self.format = format
    identity = GroupIdentity(store: store)
    channels = store.channels.map { EncodedField(Array($0.utf8), format) }
    brand = EncodedField([], format)
    customer = brand
  }
}

extension PartyRows {
  /// Appends the party's rows of the tables that are asked for, and counts them all.
  mutating func append(
    _ groups: Groups, of party: EventStore.Party, _ tables: Set<GroupTables.Table>, to rows: inout TableRows
  ) {
    begin(groups, party)
    if tables.contains(.conversations) { append(groups.conversations, to: &rows[.conversations]) }
    if tables.contains(.sessions) { append(groups.sessions, to: &rows[.sessions]) }
    if tables.contains(.contacts) { append(groups.contacts, to: &rows[.contacts]) }
    if tables.contains(.events) { append(groups.assignments, to: &rows[.events]) }
    if tables.contains(.anomalies) { append(groups.anomalies, to: &rows[.anomalies]) }
    rows.counts.conversations += groups.conversations.count
    rows.counts.sessions += groups.sessions.count
    rows.counts.contacts += groups.contacts.count
    rows.counts.events += groups.assignments.count
    rows.counts.anomalies += groups.anomalies.count
    rows.counts.later += groups.later
  }
}

extension PartyRows {
  private mutating func begin(_ groups: Groups, _ party: EventStore.Party) {
    events = store.events(of: party)
    brand = EncodedField(Array(store.name(party.brand).utf8), format)
    customer = EncodedField(Array(store.name(party.customer).utf8), format)
    let (identity, events) = (identity, events)
    conversationIDs.removeAll(keepingCapacity: true)
    for conversation in groups.conversations {
      conversationIDs.append(encoded { identity.appendConversationID(conversation, in: events, to: &$0) })
    }
    sessionIDs.removeAll(keepingCapacity: true)
    for session in groups.sessions {
      sessionIDs.append(encoded { identity.appendSessionID(session, in: events, to: &$0) })
    }
    contactIDs.removeAll(keepingCapacity: true)
    for contact in groups.contacts {
      contactIDs.append(encoded { identity.appendContactID(contact, in: events, to: &$0) })
    }
  }

  private mutating func encoded(_ append: (inout [UInt8]) -> Void) -> EncodedField {
    scratch.removeAll(keepingCapacity: true)
    append(&scratch)
    return EncodedField(scratch, format)
  }
}

extension PartyRows {
  private func append(_ conversations: [Groups.Conversation], to rows: inout RowBuffer) {
    for (index, conversation) in conversations.enumerated() {
      rows.put(conversationIDs[index])
      rows.put(brand)
      rows.put(customer)
      rows.put(conversation.startedAt)
      rows.put(conversation.lastActivityAt)
      rows.put(conversation.closedAt)
      rows.put(conversation.closeReason?.rawValue)
      rows.put(conversation.initiator.name)
      rows.put(list: conversation.channels.map { store.channels[Int($0)] })
      rows.put(conversation.sessions)
      rows.put(conversation.contacts)
      rows.put(conversation.events)
      rows.put(marks: conversation.closes)
      rows.put(marks: conversation.reopens)
      rows.endRow()
    }
  }

  private func append(_ sessions: [Groups.Session], to rows: inout RowBuffer) {
    for (index, session) in sessions.enumerated() {
      rows.put(sessionIDs[index])
      rows.put(brand)
      rows.put(conversationIDs[session.conversation])
      rows.put(customer)
      rows.put(channels[Int(session.channel)])
      rows.put(session.startedAt)
      rows.put(session.lastActivityAt)
      rows.put(session.endedAt)
      rows.put(session.endReason?.rawValue)
      rows.put(session.origin.rawValue)
      rows.put(session.outcome.rawValue)
      rows.put(session.firstReplyAt)
      rows.put(session.customerMessages)
      rows.put(session.aiMessages)
      rows.endRow()
    }
  }

  private func append(_ contacts: [Groups.Contact], to rows: inout RowBuffer) {
    for (index, contact) in contacts.enumerated() {
      rows.put(contactIDs[index])
      rows.put(brand)
      rows.put(conversationIDs[contact.conversation])
      rows.put(customer)
      rows.put(channels[Int(contact.channel)])
      rows.put(contact.startedAt)
      rows.put(contact.lastActivityAt)
      rows.put(contact.endedAt)
      rows.put(contact.endReason?.rawValue)
      rows.put(contact.origin.rawValue)
      rows.put(contact.firstReplyAt)
      rows.put(contact.customerMessages)
      rows.put(contact.agentMessages)
      rows.put(contact.aiMessages)
      rows.put(list: contact.agents.map { store.name($0) })
      rows.endRow()
    }
  }

  private mutating func append(_ assignments: [Groups.Assignment], to rows: inout RowBuffer) {
    for (index, assignment) in assignments.enumerated() {
      readID(ofEvent: index)
      rows.put(scratch)
      rows.put(brand)
      rows.put(customer)
      rows.put(assignment.conversation.map { conversationIDs[$0] })
      rows.put(assignment.session.map { sessionIDs[$0] })
      rows.put(assignment.contact.map { contactIDs[$0] })
      rows.endRow()
    }
  }

  private mutating func append(_ anomalies: [Groups.Anomaly], to rows: inout RowBuffer) {
    for anomaly in anomalies {
      readID(ofEvent: anomaly.event)
      rows.put(scratch)
      rows.put(anomaly.kind.name)
      rows.endRow()
    }
  }

  private mutating func readID(ofEvent position: Int) {
    scratch.removeAll(keepingCapacity: true)
    store.appendID(of: events[events.startIndex + position], into: &scratch)
  }
}
