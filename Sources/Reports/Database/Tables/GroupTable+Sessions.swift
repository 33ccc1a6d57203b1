import Grouping
import Time

extension GroupTable {
  static let sessions = GroupTable(
    "sessions", "An AI session: one interaction with the AI, on one channel.",
    [
      .key("Its number in this database") { $0.session + 1 },
      .id("id", "Its id, as in `triptych group`") { .session($0.session) },
      .brand, .customer, .customerKey, .conversation, .conversationKey,
      .word("channel", "Its channel; empty where the export names none") { $0.channel($0.sessionGroup.channel) },
      .word("agent", "The AI's name, else its id; null where it never replied or is not named") { $0.aiAgent },
      .instant("started_at", "When it began") { $0.sessionGroup.startedAt },
    ] + GroupColumn.calendar("it began") { $0.sessionGroup.startedAt } + [
      .instant("last_activity_at", "Its last exchange") { $0.sessionGroup.lastActivityAt },
      .instant("ended_at", "When it ended; null while it is open") { $0.sessionGroup.endedAt },
      .day("ended_day", "The day of `ended_at`, on the site's clock") { $0.sessionGroup.endedAt },
      .word("end_reason", "`inactivity`, `handoff`, `ended` or `closed`; null while it is open") {
        $0.sessionGroup.endReason?.rawValue
      },
      .word("origin", "Who began: `customer` or `ai`") { $0.sessionGroup.origin.rawValue },
      .word("outcome", "`handed off`, `in progress`, `did not respond` or `ended in AI`") {
        $0.sessionGroup.outcome.rawValue
      },
      .flag("is_open", "it has not ended") { $0.sessionGroup.endedAt == nil },
      .seconds("duration_seconds", "From its start to its end; null while it is open") { $0.sessionGroup.duration },
      .seconds("active_seconds", "From its start to its last exchange") { $0.sessionGroup.active },
      .instant("first_reply_at", "The AI's first message; null where it never replied") {
        $0.sessionGroup.firstReplyAt
      },
      .seconds("first_reply_seconds", "From its start to the AI's first message; null where it never replied") { row in
        row.sessionGroup.firstReplyAt.map { $0 - row.sessionGroup.startedAt }
      },
      .id("contact", "The id of the contact that its hand-off began; null without one") { row in
        row.sessionGroup.contact.map { .contact($0) }
      },
      .count("contact_key", "The `key` of that contact's row in `contacts`; null without one") { row in
        row.sessionGroup.contact.map { $0 + 1 }
      },
      .seconds("team_wait_seconds", "From the hand-off to an agent's first message; null where none came") { row in
        row.sessionGroup.contact.flatMap { row.data.facts.contacts[$0].firstReply }
      },
      .count("customer_messages", "How many messages by the customer") { $0.sessionGroup.customerMessages },
      .count("ai_messages", "How many messages by the AI") { $0.sessionGroup.aiMessages },
      .address { .session($0.session) },
    ], indexed: ["conversation_key"])
}
