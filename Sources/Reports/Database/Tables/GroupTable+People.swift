import Events
import Time

extension GroupTable {
  static let customers = GroupTable(
    "customers", "A customer at a brand.",
    [
      .key("Its number in this database") { $0.party + 1 },
      .name("id", "The customer's id") { $0.customer },
      .name("brand", "The brand; empty where the export names none") { $0.brand },
      .word("name", "The customer's name; null where the export tells none") { $0.customerPerson.name.orNil },
      .word("email", "The customer's first mail address; null where the export tells none") {
        $0.customerPerson.emails.first?.orNil
      },
      .instant("first_activity_at", "The first event, annotations too") { $0.eventTimes?.first },
      .instant("last_activity_at", "The last event, annotations too") { $0.eventTimes?.last },
      .count("conversations", "How many conversations") { $0.partyFact.conversations.count },
      .count("sessions", "How many AI sessions") { $0.partyFact.sessions.count },
      .count("contacts", "How many contacts") { $0.partyFact.contacts.count },
      .address { _ in .customer },
    ])

  static let agents = GroupTable(
    "agents", "An agent of the team whom the export's agents files list, or who did anything in the data.",
    [
      .name("id", "The agent's id") { $0.agent },
      .word("name", "The agent's name; without one the mail address, else the id") { $0.agentName($0.agent) },
      .word("email", "The agent's mail address; null where the export tells none") { row in
        row.data.store.agent(row.agent)?.emails.first?.orNil
      },
      .count("contacts", "How many contacts the agent wrote in") { $0.agentContacts },
    ], indexed: ["id"])
}

extension GroupRow {
  /// Of the party's first and last event.
  fileprivate var eventTimes: (first: Instant, last: Instant)? {
    let range = knownEvents
    guard !range.isEmpty else { return nil }
    return (data.store.events[range.lowerBound].at, data.store.events[range.upperBound - 1].at)
  }
}

extension String {
  fileprivate var orNil: String? { isEmpty ? nil : self }
}
