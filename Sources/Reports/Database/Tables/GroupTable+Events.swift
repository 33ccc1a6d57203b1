import Events
import Grouping

extension GroupTable {
  static let events = GroupTable(
    "events", "An event that was grouped, without its text.",
    [
      .key("Its number in this database") { $0.event + 1 },
      .id("id", "Its id") { .event($0.event) },
      .brand, .customer, .customerKey,
      .instant("at", "When it was") { $0.eventFact.at },
    ] + GroupColumn.calendar("it was") { $0.eventFact.at } + [
      .word("kind", "What it is: `message`, `handoff`, `conversation_closed` and so on") { $0.eventFact.kind.name },
      .word("actor", "Who did it: `customer`, `ai`, `agent` or `system`") { $0.eventFact.actor.name },
      .name("actor_id", "The actor's id; null where the export names none") {
        $0.eventFact.actorID == 0 ? nil : $0.eventFact.actorID
      },
      .word("channel", "Its channel; empty where the export names none") { $0.channel($0.eventFact.channel) },
      .id("conversation", "The id of the conversation that it joined; null for an orphan") { row in
        row.assignedConversation.map { .conversation($0) }
      },
      .count("conversation_key", "The `key` of that conversation's row in `conversations`") { row in
        row.assignedConversation.map { $0 + 1 }
      },
      .id("session", "The id of the session that it joined, or null") { row in
        row.assignedSession.map { .session($0) }
      },
      .count("session_key", "The `key` of that session's row in `sessions`") { row in
        row.assignedSession.map { $0 + 1 }
      },
      .id("contact", "The id of the contact that it joined, or null") { row in
        row.assignedContact.map { .contact($0) }
      },
      .count("contact_key", "The `key` of that contact's row in `contacts`") { row in
        row.assignedContact.map { $0 + 1 }
      },
      .address { .event($0.event) },
    ])
}

/// What the event was assigned to: positions in `Facts`, of the party's own positions.
extension GroupRow {
  var assignedConversation: Int? { assignment?.conversation.map { $0 + partyFact.conversations.lowerBound } }
  var assignedSession: Int? { assignment?.session.map { $0 + partyFact.sessions.lowerBound } }
  var assignedContact: Int? { assignment?.contact.map { $0 + partyFact.contacts.lowerBound } }
}
