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
    /// How many contacts each agent wrote in, of those who did anything.
    var agents: [UInt32: Int] = [:]
    /// Ids, as bytes, of the topics that events name.
    var topics: Set<[UInt8]> = []
  }

  private let schema: GroupSchema
  let row: GroupRow
  private let positions: [String: Int]
  private(set) var groups = Groups()
  private var groupers: [UInt32: Grouper] = [:]
  var details = EventDetails()

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
      addAgents(party, to: &rows)
      addEvents(party, to: &rows)
    }
    return rows
  }

  /// Rows that belong to no party, after all others: what the parties named, and what else the export tells of.
  /// - Parameters:
  ///   - agents: how many contacts each wrote in.
  ///   - topics: ids, as bytes.
  func fill(agents: [UInt32: Int], topics: Set<[UInt8]>, days: ClosedRange<CivilDate>?) -> Rows {
    var rows = Rows(batches: schema.tables.map { _ in RowBatch() })
    let store = row.data.store
    for agent in has("agents") ? store.sorted(Set(agents.keys).union(store.knownAgents)) : [] {
      row.agent = agent
      row.agentContacts = agents[agent] ?? 0
      add("agents", to: &rows)
    }
    let known = has("topics") ? store.topics.map { Array($0.id.utf8) } : []
    for topic in has("topics") ? topics.union(known).sorted(by: { $0.lexicographicallyPrecedes($1) }) : [] {
      row.topic = String(decoding: topic, as: UTF8.self)
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
  func add(_ table: String, to rows: inout Rows) {
    guard let position = positions[table] else { return }
    schema.tables[position].put(row, to: &rows.batches[position])
  }

  func has(_ table: String) -> Bool { positions[table] != nil }

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
      addAgents(of: row.contactFact, to: &rows)
    }
  }

  private func addAgents(of contact: ContactFact, to rows: inout Rows) {
    guard has("contact_agents") else { return }
    for (position, agent) in row.data.facts.agents(of: contact).enumerated() {
      row.agent = agent
      row.agentPosition = position
      add("contact_agents", to: &rows)
    }
  }
}

extension GroupFiller {
  /// Those who did anything up to the as-of instant.
  private func addAgents(_ party: Int, to rows: inout Rows) {
    guard has("agents") else { return }
    for event in row.data.store.events[row.knownEvents] where event.actor == .agent && event.actorID != 0 {
      rows.agents[event.actorID, default: 0] += 0
    }
    for contact in row.data.facts.contacts[row.partyFact.contacts] {
      for agent in row.data.facts.agents(of: contact) { rows.agents[agent, default: 0] += 1 }
    }
  }

  private mutating func addEvents(_ party: Int, to rows: inout Rows) {
    let range = row.knownEvents
    let listsTopics =
      (has("topics") || has("conversation_topics")) && row.data.store.events[range].contains { $0.listsTopics }
    if has("events") || has("conversation_topics") && listsTopics { group(party) }
    if has("events") {
      for (offset, assignment) in groups.assignments.enumerated() {
        row.event = range.lowerBound + offset
        row.assignment = assignment
        add("events", to: &rows)
      }
    }
    if listsTopics { addTopics(range, to: &rows) }
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
}

extension EventStore {
  /// By id, as bytes.
  fileprivate func sorted(_ agents: Set<UInt32>) -> [UInt32] {
    agents.sorted { precedes($0, $1) }
  }
}
