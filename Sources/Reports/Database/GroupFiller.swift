import Events
import Grouping
import SQL
import Time

/// Fills the tables for runs of parties. One a thread; what it makes of a run does not depend on who makes it.
struct GroupFiller {
  /// What was found in a run of parties.
  struct Rows: Sendable {
    /// In the order of the schema's tables.
    var batches: [RowBatch]
    var agents: Set<UInt32> = []
    var topics: Set<String> = []
  }

  private let schema: GroupSchema
  private let row: GroupRow
  private let positions: [String: Int]
  private var groups = Groups()
  private var groupers: [UInt32: Grouper] = [:]
  private var details = EventDetails()

  init(_ schema: GroupSchema, _ data: GroupData) {
    self.schema = schema
    row = GroupRow(data)
    positions = Dictionary(uniqueKeysWithValues: schema.tables.enumerated().map { ($1.name, $0) })
  }
}

extension GroupFiller {
  mutating func fill(_ parties: Range<Int>) -> Rows {
    var rows = Rows(batches: schema.tables.map { _ in RowBatch() })
    for party in parties {
      row.begin(party: party)
      add("customers", to: &rows)
      addGroups(row.partyFact, to: &rows)
      addEvents(party, to: &rows)
    }
    return rows
  }

  /// Rows that belong to no party, after all others.
  /// - Parameters:
  ///   - agents: by id, as bytes.
  ///   - topics: by id, as bytes.
  func fill(agents: [UInt32], topics: [String], days: ClosedRange<CivilDate>?) -> Rows {
    var rows = Rows(batches: schema.tables.map { _ in RowBatch() })
    for agent in agents {
      row.agent = agent
      add("agents", to: &rows)
    }
    for topic in topics {
      row.topic = topic
      add("topics", to: &rows)
    }
    for day in days.map({ Array($0) }) ?? [] {
      row.day = day
      add("days", to: &rows)
    }
    return rows
  }
}

extension GroupFiller {
  /// By id, as bytes.
  func sorted(_ agents: Set<UInt32>) -> [UInt32] {
    agents.sorted { row.data.store.names.precedes(Int($0), Int($1)) }
  }

  private func add(_ table: String, to rows: inout Rows) {
    guard let position = positions[table] else { return }
    schema.tables[position].put(row, to: &rows.batches[position])
  }

  private func has(_ table: String) -> Bool { positions[table] != nil }

  private func addGroups(_ fact: PartyFact, to rows: inout Rows) {
    if has("conversations") {
      for position in fact.conversations {
        row.conversation = position
        add("conversations", to: &rows)
      }
    }
    if has("sessions") {
      for position in fact.sessions {
        row.session = position
        row.conversation = row.sessionGroup.conversation
        add("sessions", to: &rows)
      }
    }
    guard has("contacts") || has("contact_agents") else { return }
    for position in fact.contacts {
      row.contact = position
      row.conversation = row.contactFact.group.conversation
      add("contacts", to: &rows)
      addAgents(of: row.contactFact.group, to: &rows)
    }
  }

  private func addAgents(of contact: Groups.Contact, to rows: inout Rows) {
    guard has("contact_agents") else { return }
    for (position, agent) in contact.agents.enumerated() {
      row.agent = agent
      row.agentPosition = position
      add("contact_agents", to: &rows)
    }
  }
}

extension GroupFiller {
  private mutating func addEvents(_ party: Int, to rows: inout Rows) {
    let needsTopics = has("topics") || has("conversation_topics")
    guard has("events") || has("agents") || needsTopics else { return }
    let range = row.data.store.parties[party].events
    if has("events") || needsTopics { group(party) }
    if has("events") {
      for (offset, assignment) in groups.assignments.enumerated() {
        row.event = range.lowerBound + offset
        row.assignment = assignment
        add("events", to: &rows)
      }
    }
    if has("agents") {
      for event in row.data.store.events[range] where event.actor == .agent && event.actorID != 0 {
        rows.agents.insert(event.actorID)
      }
    }
    if needsTopics { addTopics(range, to: &rows) }
  }

  /// Groups the party again: facts do not keep what each event joined.
  private mutating func group(_ party: Int) {
    let store = row.data.store
    let brand = store.parties[party].brand
    // Taken out while it works, so that its buffers are not copied.
    var grouper =
      groupers.removeValue(forKey: brand)
      ?? Grouper(rules: row.data.rules.rules(for: store.name(brand)), channels: store.channels)
    grouper.group(store.events(of: store.parties[party]), asOf: row.data.asOf, into: &groups)
    groupers[brand] = grouper
  }

  private mutating func addTopics(_ range: Range<Int>, to rows: inout Rows) {
    var found: [Int: [String: Instant]] = [:]
    for (offset, assignment) in groups.assignments.enumerated() {
      let event = row.data.store.events[range.lowerBound + offset]
      row.data.store.details(of: event, into: &details)
      rows.topics.formUnion(details.topicsAdded)
      rows.topics.formUnion(details.topicsRemoved)
      guard let conversation = assignment.conversation else { continue }
      for topic in details.topicsAdded { found[conversation, default: [:]][topic] = event.at }
      for topic in details.topicsRemoved { found[conversation]?[topic] = nil }
    }
    guard has("conversation_topics") else { return }
    for (conversation, topics) in found.sorted(by: { $0.key < $1.key }) {
      row.conversation = row.partyFact.conversations.lowerBound + conversation
      for (topic, at) in topics.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        row.topic = topic
        row.topicAt = at
        add("conversation_topics", to: &rows)
      }
    }
  }
}
