import Grouping
import Time

extension GroupTable {
  static let conversations = GroupTable(
    "conversations", "A conversation: everything between a customer and a brand inside one window of time.",
    [
      .key("Its number in this database") { $0.conversation + 1 },
      .id("id", "Its id, as in `triptych group`") { .conversation($0.conversation) },
      .brand, .customer, .customerKey,
      .instant("started_at", "When it began") { $0.conversationFact.group.startedAt },
    ] + GroupColumn.calendar("it began") { $0.conversationFact.group.startedAt } + [
      .instant("last_activity_at", "Its last event that is no annotation") { $0.conversationFact.group.lastActivityAt },
      .instant("first_closed_at", "When it was closed first; null while it is open") { row in
        row.conversationFact.toFirstClose.map { row.conversationFact.group.startedAt + $0 }
      },
      .instant("closed_at", "When it was closed last; null while it is open") { $0.conversationFact.group.closedAt },
      .day("closed_day", "The day of `closed_at`, on the site's clock") { $0.conversationFact.group.closedAt },
      .word("close_reason", "`closed` by an event, or `window`; null while it is open") {
        $0.conversationFact.group.closeReason?.rawValue
      },
      .word("closed_by", "`agent`, `customer`, `ai`, `system` or `window`; null while it is open") {
        $0.conversationFact.closer?.rawValue
      },
      .flag("is_open", "it is not closed") { $0.conversationFact.group.closedAt == nil },
      .seconds("first_close_seconds", "From its start to `first_closed_at`") { $0.conversationFact.toFirstClose },
      .seconds("close_seconds", "From its start to `closed_at`") { $0.conversationFact.toLastClose },
      .word("initiator", "Who began: `customer`, `ai`, `agent` or `system`") {
        $0.conversationFact.group.initiator.name
      },
      .word("path", "How it went: `AI only`, `AI then team`, `team then AI`, `team only` or `neither`") {
        $0.conversationFact.path.word
      },
      .word("channel", "The channel that it began on; empty where the export names none") {
        $0.channel($0.conversationFact.channel)
      },
      .word("channels", "All its channels, sorted, joined by `|`") { row in
        row.data.facts.channels(of: row.conversationFact).map { row.channel($0) }.joined(separator: "|")
      },
      .count("channel_count", "How many channels") { $0.conversationFact.group.channels.count },
      .count("sessions", "How many AI sessions") { $0.conversationFact.group.sessions },
      .count("contacts", "How many contacts") { $0.conversationFact.group.contacts },
      .count("events", "How many events joined it, annotations too") { $0.conversationFact.group.events },
      .count("agents", "How many different agents wrote in its contacts") { $0.conversationFact.agents },
      .flag("answered", "an agent wrote in one of its contacts") { $0.conversationFact.answered },
      .flag("handed_off", "the AI handed one of its sessions to the team") { $0.conversationFact.handedOff },
      .count("closes", "How often an event closed it") { $0.conversationFact.group.closes.count },
      .count("reopens", "How often it was reopened") { $0.conversationFact.group.reopens.count },
      .flag("reopened_by_customer", "the customer reopened it") { row in
        row.conversationFact.isReopened(by: .customer)
      },
      .flag("reopened_by_team", "an agent reopened it") { row in
        row.conversationFact.isReopened(by: .agent)
      },
      .address { .conversation($0.conversation) },
    ])
}

extension ConversationPath {
  /// As queries name it.
  var word: String {
    switch self {
    case .aiOnly: "AI only"
    case .aiThenTeam: "AI then team"
    case .teamThenAI: "team then AI"
    case .teamOnly: "team only"
    case .neither: "neither"
    }
  }
}
