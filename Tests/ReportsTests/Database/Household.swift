/// A few days of two brands, with everything that tables tell apart: topics that come and go, a reopening, a Contact of
/// two agents, a hand-off that nobody answered, milliseconds, an orphan, hostile names.
enum Household {
  static let events = """
    {"id":"a1","brand":"north","customer":"ana","at":"2025-09-08T22:30:00.250Z","kind":"message","actor":"customer","channel":"chat","customer_name":"Ana \\"=1+1\\"","customer_email":"ana@example.org"}
    {"id":"a2","brand":"north","customer":"ana","at":"2025-09-08T22:30:10.500Z","kind":"message","actor":"ai","actor_id":"bot","actor_name":"Robin","channel":"chat","topics":["t2","t1"]}
    {"id":"a3","brand":"north","customer":"ana","at":"2025-09-08T22:40:00Z","kind":"handoff","actor":"ai","channel":"chat"}
    {"id":"a4","brand":"north","customer":"ana","at":"2025-09-08T22:45:00Z","kind":"message","actor":"agent","actor_id":"g2","actor_name":"Gil","channel":"chat"}
    {"id":"a5","brand":"north","customer":"ana","at":"2025-09-08T22:50:00Z","kind":"message","actor":"agent","actor_id":"g1","channel":"chat","topics":["t1"]}
    {"id":"a6","brand":"north","customer":"ana","at":"2025-09-08T23:00:00Z","kind":"conversation_closed","actor":"agent","actor_id":"g1"}
    {"id":"a7","brand":"north","customer":"ana","at":"2025-09-08T23:30:00Z","kind":"message","actor":"customer","channel":"email","to":"team"}
    {"id":"b1","brand":"south","customer":"bo","at":"2025-09-10T09:00:00Z","kind":"conversation_closed","actor":"system"}
    {"id":"b2","brand":"south","customer":"bo","at":"2025-09-10T10:00:00Z","kind":"message","actor":"customer","channel":"chat","to":"ai"}
    {"id":"b3","brand":"south","customer":"bo","at":"2025-09-10T12:00:00Z","kind":"note","actor":"system"}

    """

  /// The site's clock is two hours ahead of UTC on these days.
  static func example() throws -> Example {
    try Example(["events.jsonl": events], zone: zone("Europe/Berlin"), first: "2025-09-08", last: "2025-09-10")
  }
}
