import Events
import Grouping

/// One party's groups as rows.
struct PartyRows {
  private let store: EventStore
  private let events: ArraySlice<Event>
  private let groups: Groups
  private let brand: String
  private let customer: String
  // Each of these is written many times over.
  private let conversationIDs: [[UInt8]]
  private let sessionIDs: [[UInt8]]
  private let contactIDs: [[UInt8]]

  init(_ groups: Groups, of party: EventStore.Party, in store: EventStore) {
    let events = store.events(of: party)
    let identity = GroupIdentity(store: store)
    self.store = store
    self.events = events
    self.groups = groups
    brand = store.name(party.brand)
    customer = store.name(party.customer)
    conversationIDs = groups.conversations.map { conversation in
      bytes { identity.appendConversationID(conversation, in: events, to: &$0) }
    }
    sessionIDs = groups.sessions.map { session in
      bytes { identity.appendSessionID(session, in: events, to: &$0) }
    }
    contactIDs = groups.contacts.map { contact in
      bytes { identity.appendContactID(contact, in: events, to: &$0) }
    }
  }
}

extension PartyRows {
  /// Appends the party's rows of the tables that are asked for, and counts them all.
  func append(_ tables: Set<GroupTables.Table>, to rows: inout TableRows) {
    if tables.contains(.conversations) { appendConversations(to: &rows[.conversations]) }
    if tables.contains(.sessions) { appendSessions(to: &rows[.sessions]) }
    if tables.contains(.contacts) { appendContacts(to: &rows[.contacts]) }
    if tables.contains(.events) { appendEvents(to: &rows[.events]) }
    if tables.contains(.anomalies) { appendAnomalies(to: &rows[.anomalies]) }
    rows.counts.conversations += groups.conversations.count
    rows.counts.sessions += groups.sessions.count
    rows.counts.contacts += groups.contacts.count
    rows.counts.events += groups.assignments.count
    rows.counts.anomalies += groups.anomalies.count
    rows.counts.later += groups.later
  }
}

extension PartyRows {
  private func appendConversations(to rows: inout RowBuffer) {
    for (index, conversation) in groups.conversations.enumerated() {
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

  private func appendSessions(to rows: inout RowBuffer) {
    for (index, session) in groups.sessions.enumerated() {
      rows.put(sessionIDs[index])
      rows.put(brand)
      rows.put(conversationIDs[session.conversation])
      rows.put(customer)
      rows.put(store.channels[Int(session.channel)])
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

  private func appendContacts(to rows: inout RowBuffer) {
    for (index, contact) in groups.contacts.enumerated() {
      rows.put(contactIDs[index])
      rows.put(brand)
      rows.put(conversationIDs[contact.conversation])
      rows.put(customer)
      rows.put(store.channels[Int(contact.channel)])
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

  private func appendEvents(to rows: inout RowBuffer) {
    var id: [UInt8] = []
    for (index, assignment) in groups.assignments.enumerated() {
      readID(ofEvent: index, into: &id)
      rows.put(id)
      rows.put(brand)
      rows.put(customer)
      rows.put(assignment.conversation.map { conversationIDs[$0] })
      rows.put(assignment.session.map { sessionIDs[$0] })
      rows.put(assignment.contact.map { contactIDs[$0] })
      rows.endRow()
    }
  }

  private func appendAnomalies(to rows: inout RowBuffer) {
    var id: [UInt8] = []
    for anomaly in groups.anomalies {
      readID(ofEvent: anomaly.event, into: &id)
      rows.put(id)
      rows.put(anomaly.kind.name)
      rows.endRow()
    }
  }

  private func readID(ofEvent position: Int, into id: inout [UInt8]) {
    id.removeAll(keepingCapacity: true)
    store.appendID(of: events[events.startIndex + position], into: &id)
  }
}

private func bytes(_ append: (inout [UInt8]) -> Void) -> [UInt8] {
  var bytes: [UInt8] = []
  append(&bytes)
  return bytes
}
