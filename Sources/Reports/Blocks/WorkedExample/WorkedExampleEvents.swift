/// The worked example of `guide/rules.md` as an export: the customer chats with the AI from 10:00 to 10:15 and again from
/// 17:00, is handed off at 17:10, and an agent closes at 17:25.
enum WorkedExampleEvents {
  static let path = "events.csv"

  static let csv = """
    id,customer,at,kind,actor,channel,to
    1,1,2025-09-18T10:00:00Z,message,customer,chat,ai
    2,1,2025-09-18T10:00:30Z,message,ai,chat,
    3,1,2025-09-18T10:06:00Z,message,customer,chat,
    4,1,2025-09-18T10:07:00Z,message,ai,chat,
    5,1,2025-09-18T10:14:00Z,message,ai,chat,
    6,1,2025-09-18T10:15:00Z,message,customer,chat,
    7,1,2025-09-18T17:00:00Z,message,customer,chat,ai
    8,1,2025-09-18T17:01:00Z,message,ai,chat,
    9,1,2025-09-18T17:08:00Z,message,customer,chat,
    10,1,2025-09-18T17:10:00Z,handoff,ai,chat,
    11,1,2025-09-18T17:12:00Z,message,agent,chat,
    12,1,2025-09-18T17:17:00Z,message,customer,chat,
    13,1,2025-09-18T17:23:00Z,message,agent,chat,
    14,1,2025-09-18T17:25:00Z,conversation_closed,agent,chat,
    """
}
