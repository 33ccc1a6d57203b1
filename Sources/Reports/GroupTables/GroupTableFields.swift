extension GroupTables.Table {
  /// The fields of a record, in the contract's order.
  var fields: [String] {
    switch self {
    case .conversations:
      [
        "id", "brand", "customer", "started_at", "last_activity_at", "closed_at", "close_reason", "initiator",
        "channels", "sessions", "contacts", "events", "closes", "reopens",
      ]
    case .sessions:
      [
        "id", "brand", "conversation", "customer", "channel", "started_at", "last_activity_at", "ended_at",
        "end_reason", "origin", "outcome", "first_reply_at", "customer_messages", "ai_messages",
      ]
    case .contacts:
      [
        "id", "brand", "conversation", "customer", "channel", "started_at", "last_activity_at", "ended_at",
        "end_reason", "origin", "first_reply_at", "customer_messages", "agent_messages", "ai_messages", "agents",
      ]
    case .events: ["event", "brand", "customer", "conversation", "session", "contact"]
    case .anomalies: ["event", "anomaly"]
    case .rejected: ["file", "line", "offset", "reason", "text"]
    }
  }
}
