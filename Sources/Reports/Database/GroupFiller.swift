import Events
import Grouping
import SQL
import Time

/// Fills the tables for runs of parties. One a thread; what it makes of a run does not depend on who makes it.
final class GroupFiller: @unchecked Sendable {
  /// What was found in a run of parties.
  struct Rows: Sendable {
    /// In the order of the schema's tables.
    var batches: [RowBatch]
    /// How many contacts each agent wrote in, of those who did anything.
    var agents: [UInt32: Int] = [:]
    /// Ids, as bytes, of the topics that events name.
    var topics: Set<[UInt8]> = []
  }

  // Unchecked: one thread uses it at a time.
  private let schema: GroupSchema
  let row: GroupRow
  let positions: TablePositions
  private(set) var groups = Groups()
  private var grouper: PartyGrouper
  var details = EventDetails()

  init(_ schema: GroupSchema, _ data: GroupData) {
    self.schema = schema
    row = GroupRow(data)
    grouper = PartyGrouper(store: data.store, rules: data.rules, asOf: data.asOf)
    positions = TablePositions(schema)
  }
}

extension GroupFiller {
  func fill(_ parties: Range<Int>) -> Rows {
    var rows = Rows(batches: schema.tables.map { _ in RowBatch() })
    for party in parties {
      row.begin(party: party)
      addRow(to: positions.customers, in: &rows)
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
    for agent in positions.agents != nil ? store.sorted(Set(agents.keys).union(store.knownAgents)) : [] {
      row.agent = agent
      row.agentContacts = agents[agent] ?? 0
      addRow(to: positions.agents, in: &rows)
    }
    let known = positions.topics != nil ? store.topics.map { Array($0.id.utf8) } : []
    for topic in positions.topics != nil ? topics.union(known).sorted(by: { $0.lexicographicallyPrecedes($1) }) : [] {
      row.topic = String(decoding: topic, as: UTF8.self)
      addRow(to: positions.topics, in: &rows)
    }
    for day in days.map({ Array($0) }) ?? [] {
      row.day = day
      addRow(to: positions.days, in: &rows)
    }
    return rows
  }
}

extension GroupFiller {
  /// Adds the row where it stands to a table, if that is filled.
  func addRow(to table: Int?, in rows: inout Rows) {
    if let table { schema.tables[table].put(row, to: &rows.batches[table]) }
  }

  private func addGroups(_ fact: PartyFact, to rows: inout Rows) {
    if positions.conversations != nil {
      for position in fact.conversations {
        row.conversation = position
        addRow(to: positions.conversations, in: &rows)
      }
    }
    if positions.sessions != nil {
      for position in fact.sessions {
        row.session = position
        row.conversation = row.sessionGroup.conversation
        addRow(to: positions.sessions, in: &rows)
      }
    }
    guard positions.contacts != nil || positions.contactAgents != nil else { return }
    for position in fact.contacts {
      row.contact = position
      row.conversation = row.contactFact.group.conversation
      addRow(to: positions.contacts, in: &rows)
      addAgents(of: row.contactFact, to: &rows)
    }
  }

  private func addAgents(of contact: ContactFact, to rows: inout Rows) {
    guard positions.contactAgents != nil else { return }
    for (position, agent) in row.data.facts.agents(of: contact).enumerated() {
      row.agent = agent
      row.agentPosition = position
      addRow(to: positions.contactAgents, in: &rows)
    }
  }
}

extension GroupFiller {
  /// Those who did anything up to the as-of instant.
  private func addAgents(_ party: Int, to rows: inout Rows) {
    guard positions.agents != nil else { return }
    for event in row.data.store.events[row.knownEvents] where event.actor == .agent && event.actorID != 0 {
      rows.agents[event.actorID, default: 0] += 0
    }
    for contact in row.data.facts.contacts[row.partyFact.contacts] {
      for agent in row.data.facts.agents(of: contact) { rows.agents[agent, default: 0] += 1 }
    }
  }

  private func addEvents(_ party: Int, to rows: inout Rows) {
    let range = row.knownEvents
    let asksForTopics = positions.topics != nil || positions.conversationTopics != nil
    let listsTopics = asksForTopics && row.data.store.events[range].contains { $0.listsTopics }
    if positions.events != nil || positions.conversationTopics != nil && listsTopics {
      // Grouped again: facts do not keep what each event joined.
      grouper.group(row.data.store.parties[party], into: &groups)
    }
    if positions.events != nil {
      for (offset, assignment) in groups.assignments.enumerated() {
        row.event = range.lowerBound + offset
        row.assignment = assignment
        addRow(to: positions.events, in: &rows)
      }
    }
    if listsTopics { addTopics(range, to: &rows) }
  }
}

extension EventStore {
  /// By id, as bytes.
  fileprivate func sorted(_ agents: Set<UInt32>) -> [UInt32] {
    agents.sorted { precedes($0, $1) }
  }
}
