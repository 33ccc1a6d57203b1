/// A Gladly export in two overlapping folders: topics that are added, removed and given again, agents who did nothing,
/// names that are missing or hostile.
enum GladlyYard {
  static func example(asOf: String? = nil) throws -> Example { try Example(files, zone: .utc, asOf: asOf) }

  static let stays = """
    select topic, substr(added_at, 12, 5) as added_at, substr(removed_at, 12, 5) as removed_at
    from conversation_topics order by topic
    """

  private static let files = [
    "1/agents.jsonl": """
    {"id":"g1","name":"Ina","emailAddress":"ina@example.org"}
    {"id":"g2","name":"Before"}
    {"id":"g4","emailAddress":"=cmd@example.org"}
    """,
    "2/agents.jsonl": #"{"id":"g2","name":"<b>Ole</b>"}"#,
    "1/topics.jsonl": """
    {"id":"a","name":"Shop","disabled":false}
    {"id":"b","name":"Before","disabled":true,"parentId":"a"}
    {"id":"r1","name":"Round","parentId":"r2"}
    {"id":"r2","name":"=Round","parentId":"r1"}
    """,
    "2/topics.jsonl": """
    {"id":"b","name":"Other","disabled":false,"parentId":"a"}
    {"id":"c","name":"Other","disabled":true,"parentId":"b"}
    """,
    "1/conversation_items.jsonl": first,
    "2/conversation_items.jsonl": [first, second].joined(separator: "\n"),
  ]

  private static let first = [
    item("i1", "10:00", #""type":"CHAT_MESSAGE","content":"addedTopicIds"}"#, by: "CUSTOMER", "ann"),
    topics("i2", "10:01", added: ["a", "b", "x"], removed: []),
    topics("i3", "10:02", added: ["b"], removed: ["c"]),
    topics("i4", "10:03", added: [], removed: ["a", "b"]),
    topics("i5", "10:04", added: ["a"], removed: ["b"]),
  ].joined(separator: "\n")

  private static let second = [
    item("i6", "10:05", #""type":"CHAT_MESSAGE","content":"hello"}"#, by: "AGENT", "g1"),
    item("i7", "10:06", #""type":"CHAT_MESSAGE","content":"hello"}"#, by: "AGENT", "g3"),
    topics("i8", "10:07", added: ["c"], removed: []),
    topics("i9", "10:00", customer: "orphan", added: ["lost"], removed: []),
  ].joined(separator: "\n")

  private static func topics(
    _ id: String, _ time: String, customer: String = "ann", added: [String], removed: [String]
  ) -> String {
    item(
      id, time, #""type":"TOPIC_CHANGE","addedTopicIds":\#(added),"removedTopicIds":\#(removed)}"#, by: "AGENT", "g1",
      customer)
  }

  private static func item(
    _ id: String, _ time: String, _ content: String, by type: String, _ actor: String, _ customer: String = "ann"
  ) -> String {
    #"{"id":"\#(id)","customerId":"\#(customer)","timestamp":"2025-09-08T\#(time):00Z","#
      + #""initiator":{"type":"\#(type)","id":"\#(actor)"},"content":{\#(content)}"#
  }
}
