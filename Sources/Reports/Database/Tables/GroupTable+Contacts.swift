import Grouping

extension GroupTable {
  static let contacts = GroupTable(
    "contacts", "A contact: one interaction handled by the team, on one channel.",
    [
      .key("Its number in this database") { $0.contact + 1 },
      .id("id", "Its id, as in `triptych group`") { .contact($0.contact) },
      .brand, .customer, .customerKey, .conversation, .conversationKey,
      .id("session", "The id of the session whose hand-off began it; null without one") { row in
        row.contactFact.group.session.map { .session($0) }
      },
      .count("session_key", "The `key` of that session's row in `sessions`; null without one") { row in
        row.contactFact.group.session.map { $0 + 1 }
      },
      .word("channel", "Its channel; empty where the export names none") { $0.channel($0.contactFact.group.channel) },
      .instant("started_at", "When it began") { $0.contactFact.group.startedAt },
    ] + GroupColumn.calendar("it began") { $0.contactFact.group.startedAt } + [
      .instant("last_activity_at", "Its last exchange") { $0.contactFact.group.lastActivityAt },
      .instant("ended_at", "When it ended; null while it is open") { $0.contactFact.group.endedAt },
      .day("ended_day", "The day of `ended_at`, on the site's clock") { $0.contactFact.group.endedAt },
      .word("end_reason", "`ended`, `closed`, `inactivity`, `lapsed` or `window`; null while it is open") {
        $0.contactFact.group.endReason?.rawValue
      },
      .word("origin", "What began it: `handoff`, `direct` or `outbound`") { $0.contactFact.group.origin.rawValue },
      .flag("inbound", "the customer began it or the AI handed it over") { $0.contactFact.inbound },
      .flag("answered", "an agent wrote in it") { $0.contactFact.answered },
      .flag("is_open", "it has not ended") { $0.contactFact.group.endedAt == nil },
      .instant("first_reply_at", "An agent's first message; null where none came") {
        $0.contactFact.group.firstReplyAt
      },
      .seconds(
        "first_reply_seconds",
        "From its start to an agent's first message, of inbound ones alone; null where none came"
      ) { $0.contactFact.inbound ? $0.contactFact.firstReply : nil },
      .seconds("handle_seconds", "From its start to its end; null while it is open") { $0.contactFact.handling },
      .count("messages", "How many messages by all") { $0.contactFact.messages },
      .count("customer_messages", "How many messages by the customer") { $0.contactFact.group.customerMessages },
      .count("agent_messages", "How many messages by agents") { $0.contactFact.group.agentMessages },
      .count("ai_messages", "How many messages by the AI") { $0.contactFact.group.aiMessages },
      .name("agent", "The id of the agent who wrote first; null where none is named") {
        $0.data.facts.agents(of: $0.contactFact).first
      },
      .word("agents", "The ids of its agents by first message, joined by `|`; also in `contact_agents`") { row in
        row.data.facts.agents(of: row.contactFact).map { row.data.store.name($0) }.joined(separator: "|")
      },
      .address { .contact($0.contact) },
    ], indexed: ["conversation_key"])

  static let contactAgents = GroupTable(
    "contact_agents", "An agent who wrote in a contact: a contact of two agents has two rows.",
    [
      .count("contact_key", "The `key` of the contact's row in `contacts`") { $0.contact + 1 },
      .id("contact", "The contact's id") { .contact($0.contact) },
      .brand, .customer,
      .name("agent", "The agent's id") { $0.agent },
      .count("position", "1 for the agent who wrote first, 2 for the next") { $0.agentPosition + 1 },
    ], indexed: ["contact_key"])
}
