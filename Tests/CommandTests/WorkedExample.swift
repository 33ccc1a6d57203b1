/// The worked example of the manual's rules as neutral events, and what `group` has to print for it.
enum WorkedExample {
  static let events = """
    {"id":"e1","customer":"ada","at":"2026-05-04T10:00:00Z","kind":"message","actor":"customer","channel":"chat"}
    {"id":"e2","customer":"ada","at":"2026-05-04T10:01:00Z","kind":"message","actor":"ai","channel":"chat"}
    {"id":"e3","customer":"ada","at":"2026-05-04T10:15:00Z","kind":"message","actor":"customer","channel":"chat"}
    {"id":"e4","customer":"ada","at":"2026-05-04T17:00:00Z","kind":"message","actor":"customer","channel":"chat"}
    {"id":"e5","customer":"ada","at":"2026-05-04T17:01:00Z","kind":"message","actor":"ai","channel":"chat"}
    {"id":"e6","customer":"ada","at":"2026-05-04T17:10:00Z","kind":"handoff","actor":"ai","channel":"chat"}
    {"id":"e7","customer":"ada","at":"2026-05-04T17:12:00Z","kind":"message","actor":"agent","actor_id":"bo","channel":"chat"}
    {"id":"e8","customer":"ada","at":"2026-05-04T17:25:00Z","kind":"conversation_closed","actor":"agent","actor_id":"bo"}

    """

  static let conversations = """
    {"id":"c:e1","brand":"","customer":"ada","started_at":"2026-05-04T10:00:00.000Z","last_activity_at":"2026-05-04T17:25:00.000Z","closed_at":"2026-05-04T17:25:00.000Z","close_reason":"closed","initiator":"customer","channels":["chat"],"sessions":2,"contacts":1,"events":8,"closes":[{"at":"2026-05-04T17:25:00.000Z","by":"agent"}],"reopens":[]}

    """

  static let sessions = """
    {"id":"s:e1","brand":"","conversation":"c:e1","customer":"ada","channel":"chat","started_at":"2026-05-04T10:00:00.000Z","last_activity_at":"2026-05-04T10:15:00.000Z","ended_at":"2026-05-04T12:15:00.000Z","end_reason":"inactivity","origin":"customer","outcome":"ended in AI","first_reply_at":"2026-05-04T10:01:00.000Z","customer_messages":2,"ai_messages":1}
    {"id":"s:e4","brand":"","conversation":"c:e1","customer":"ada","channel":"chat","started_at":"2026-05-04T17:00:00.000Z","last_activity_at":"2026-05-04T17:01:00.000Z","ended_at":"2026-05-04T17:10:00.000Z","end_reason":"handoff","origin":"customer","outcome":"handed off","first_reply_at":"2026-05-04T17:01:00.000Z","customer_messages":1,"ai_messages":1}

    """

  static let contacts = """
    {"id":"k:e6","brand":"","conversation":"c:e1","customer":"ada","channel":"chat","started_at":"2026-05-04T17:10:00.000Z","last_activity_at":"2026-05-04T17:12:00.000Z","ended_at":"2026-05-04T17:25:00.000Z","end_reason":"closed","origin":"handoff","first_reply_at":"2026-05-04T17:12:00.000Z","customer_messages":0,"agent_messages":1,"ai_messages":0,"agents":["bo"]}

    """
}
