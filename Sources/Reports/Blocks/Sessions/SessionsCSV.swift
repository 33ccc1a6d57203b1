import Events
import Files
import Grouping
import Time

/// AI Sessions Detail with every column of the report, raw.
struct SessionsCSV {
  private let context: ReportContext
  private let store: EventStore
  private let events: EventSlice
  private let identity: GroupIdentity
  private let conversations: FactColumn<ConversationFact>
  private let contacts: FactColumn<ContactFact>
  private let names: ShownNames
  private var id: [UInt8] = []
  /// By actor, the AI's name.
  private var agents: [UInt32: String] = [:]

  init(context: ReportContext) {
    self.context = context
    store = context.store
    events = store.events
    identity = context.identity
    conversations = context.facts.conversations
    contacts = context.facts.contacts
    names = context.names
  }

  static let header = [
    "id", "conversation", "customer", "customer_name", "brand", "channel", "ai_agent", "started_at", "last_activity_at",
    "ended_at", "duration_seconds", "active_seconds", "end_reason", "outcome", "handed_off_at", "contact",
    "customer_messages", "ai_messages", "first_reply_at", "first_reply_seconds", "team_wait_seconds",
  ]
}

extension SessionsCSV {
  func rows(_ sessions: SessionRun) throws(FileError) -> ScratchColumn<UInt8> {
    var rows = self
    var csv = CSVFile(header: SessionsCSV.header, inMemory: context.settings.fileBytesInMemory)
    let fetch = SessionFetch(context)
    for start in stride(from: sessions.startIndex, to: sessions.endIndex, by: SessionFetch.rows) {
      let places = start..<min(sessions.endIndex, start + SessionFetch.rows)
      sessions.fetch(places)
      fetch.fetch(sessions[places])
      for session in sessions[places] { rows.add(session, to: &csv.writer) }
      try csv.flush()
    }
    return try csv.finish()
  }
}

extension SessionsCSV {
  private mutating func add(_ fact: SessionFact, to csv: inout CSVWriter) {
    let (events, identity) = (events, identity)
    let group = fact.group
    let contact = group.contact.map { contacts[$0].group }
    addIdentity(fact, to: &csv)
    csv.add(instant: group.startedAt)
    csv.add(instant: group.lastActivityAt)
    csv.add(instant: group.endedAt)
    csv.add(length: group.duration)
    csv.add(length: group.active)
    csv.add(id: group.endReason?.rawValue ?? "")
    csv.add(id: group.outcome.rawValue)
    csv.add(instant: group.outcome == .handedOff ? group.endedAt : nil)
    addID(to: &csv) { bytes in
      if let contact { identity.appendContactID(contact, in: events, to: &bytes) }
    }
    csv.add(number: group.customerMessages)
    csv.add(number: group.aiMessages)
    csv.add(instant: group.firstReplyAt)
    csv.add(length: group.firstReplyAt.map { $0 - group.startedAt })
    csv.add(length: contact.flatMap { contact in contact.firstReplyAt.map { $0 - contact.startedAt } })
    csv.endRow()
  }

  /// What the Session is, whose, and on which channel with whom.
  private mutating func addIdentity(_ fact: SessionFact, to csv: inout CSVWriter) {
    let (store, events, identity) = (store, events, identity)
    let party = store.parties[fact.party]
    let conversation = conversations[fact.group.conversation].group
    addID(to: &csv) { identity.appendSessionID(fact.group, in: events, to: &$0) }
    addID(to: &csv) { identity.appendConversationID(conversation, in: events, to: &$0) }
    addID(to: &csv) { store.appendName(party.customer, to: &$0) }
    names.withBytes(fact.party) { csv.add(text: $0) }
    csv.add(text: store.name(party.brand))
    csv.add(text: store.channels[Int(fact.group.channel)])
    csv.add(text: agent(of: fact))
  }

  private mutating func addID(to csv: inout CSVWriter, _ append: (inout [UInt8]) -> Void) {
    id.removeAll(keepingCapacity: true)
    append(&id)
    id.withUnsafeBufferPointer { csv.add(id: $0) }
  }

  private mutating func agent(of fact: SessionFact) -> String {
    guard let reply = context.firstAIReply(of: fact) else { return "" }
    let actor = events[reply].actorID
    guard actor != 0 else { return context.actorName(reply) ?? "" }
    if let known = agents[actor] { return known }
    let name = context.actorName(reply) ?? ""
    agents[actor] = name
    return name
  }
}

extension ReportContext {
  /// The first event by which the AI replied; nil where it never did. Its actor is the Session's AI agent.
  fileprivate func firstAIReply(of fact: SessionFact) -> Int? {
    guard let at = fact.group.firstReplyAt else { return nil }
    let events = store.parties[fact.party].events
    var place = events.partitioningIndex { store.events[$0].at >= at }
    while place < events.upperBound {
      let event = store.events[place]
      guard event.at == at else { return nil }
      if event.kind == .message, event.actor == .ai, event.channel == fact.group.channel { return place }
      place += 1
    }
    return nil
  }
}
