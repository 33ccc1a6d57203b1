import Events
import Grouping

/// Writes the groups of one party after another as rows.
///
/// One a thread: copying the store counts references to what all threads share.
struct PartyRows {
  private let tables: Set<GroupTables.Table>
  /// By table.
  private let formats: [RowFormat]
  private var texts: PartyTexts

  init(store: EventStore, format: GroupTables.Format, tables: Set<GroupTables.Table>) {
    self.tables = tables
    formats = GroupTables.Table.allCases.map { RowFormat($0.fields, format) }
    texts = PartyTexts(store: store, format: format, tables: tables)
  }
}

extension PartyRows {
  /// Appends the party's rows of the tables that are asked for.
  mutating func append(_ groups: borrowing Groups, of party: EventStore.Party, to rows: TableRows) {
    texts.read(groups, of: party)
    if tables.contains(.conversations) { append(groups.conversations, writer(.conversations, rows)) }
    if tables.contains(.sessions) { append(groups.sessions, writer(.sessions, rows)) }
    if tables.contains(.contacts) { append(groups.contacts, writer(.contacts, rows)) }
    if tables.contains(.events) { append(groups.assignments, writer(.events, rows)) }
    if tables.contains(.anomalies) { append(groups.anomalies, writer(.anomalies, rows)) }
  }
}

extension PartyRows {
  private func writer(_ table: GroupTables.Table, _ rows: TableRows) -> RowWriter {
    RowWriter(rows[table], formats[table.position], texts.texts)
  }

  private func append(_ conversations: [Groups.Conversation], _ writer: consuming RowWriter) {
    var rows = writer
    for (index, conversation) in conversations.enumerated() {
      let (id, channels) = (texts.conversationIDs[index], texts.channelLists[index])
      rows.begin(
        texts: id.count + texts.party + channels.count, marks: conversation.closes.count + conversation.reopens.count)
      rows.put(id)
      rows.put(texts.brand)
      rows.put(texts.customer)
      rows.put(conversation.startedAt)
      rows.put(conversation.lastActivityAt)
      rows.put(conversation.closedAt)
      rows.put(conversation.closeReason)
      rows.put(conversation.initiator)
      rows.put(channels)
      rows.put(conversation.sessions)
      rows.put(conversation.contacts)
      rows.put(conversation.events)
      rows.put(marks: conversation.closes)
      rows.put(marks: conversation.reopens)
      rows.endRow()
    }
    rows.finish()
  }

  private func append(_ sessions: [Groups.Session], _ writer: consuming RowWriter) {
    var rows = writer
    for (index, session) in sessions.enumerated() {
      let (id, conversation) = (texts.sessionIDs[index], texts.conversationIDs[session.conversation])
      let channel = texts.channels[Int(session.channel)]
      rows.begin(texts: id.count + texts.party + conversation.count + channel.count)
      rows.put(id)
      rows.put(texts.brand)
      rows.put(conversation)
      rows.put(texts.customer)
      rows.put(channel)
      rows.put(session.startedAt)
      rows.put(session.lastActivityAt)
      rows.put(session.endedAt)
      rows.put(session.endReason)
      rows.put(session.origin)
      rows.put(session.outcome)
      rows.put(session.firstReplyAt)
      rows.put(session.customerMessages)
      rows.put(session.aiMessages)
      rows.endRow()
    }
    rows.finish()
  }

  private func append(_ contacts: [Groups.Contact], _ writer: consuming RowWriter) {
    var rows = writer
    for (index, contact) in contacts.enumerated() {
      let (id, conversation) = (texts.contactIDs[index], texts.conversationIDs[contact.conversation])
      let (channel, agents) = (texts.channels[Int(contact.channel)], texts.agentLists[index])
      rows.begin(texts: id.count + texts.party + conversation.count + channel.count + agents.count)
      rows.put(id)
      rows.put(texts.brand)
      rows.put(conversation)
      rows.put(texts.customer)
      rows.put(channel)
      rows.put(contact.startedAt)
      rows.put(contact.lastActivityAt)
      rows.put(contact.endedAt)
      rows.put(contact.endReason)
      rows.put(contact.origin)
      rows.put(contact.firstReplyAt)
      rows.put(contact.customerMessages)
      rows.put(contact.agentMessages)
      rows.put(contact.aiMessages)
      rows.put(agents)
      rows.endRow()
    }
    rows.finish()
  }

  private func append(_ assignments: [Groups.Assignment], _ writer: consuming RowWriter) {
    var rows = writer
    for (index, assignment) in assignments.enumerated() {
      let id = texts.eventIDs[index]
      let conversation = assignment.conversation.map { texts.conversationIDs[$0] }
      let session = assignment.session.map { texts.sessionIDs[$0] }
      let contact = assignment.contact.map { texts.contactIDs[$0] }
      rows.begin(
        texts: id.count + texts.party + (conversation?.count ?? 0) + (session?.count ?? 0) + (contact?.count ?? 0))
      rows.put(id)
      rows.put(texts.brand)
      rows.put(texts.customer)
      rows.put(conversation)
      rows.put(session)
      rows.put(contact)
      rows.endRow()
    }
    rows.finish()
  }

  private func append(_ anomalies: [Groups.Anomaly], _ writer: consuming RowWriter) {
    var rows = writer
    for (index, anomaly) in anomalies.enumerated() {
      let (id, name) = (texts.eventIDs[anomaly.event], texts.anomalyNames[index])
      rows.begin(texts: id.count + name.count)
      rows.put(id)
      rows.put(name)
      rows.endRow()
    }
    rows.finish()
  }
}
