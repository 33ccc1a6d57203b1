/// A conversation item, as a reader of the export sees it.
struct ExportedItem: Sendable {
  var id: String
  var customer: String?
  var conversation: String?
  var time: String
  var type: String
  var initiator: String
  var initiatorId: String?
  var status: String?
  var session: String?
  var topics: [String]
  /// All that people wrote in it.
  var texts: [String]

  init(_ object: [String: Any]) {
    let content = object["content"] as? [String: Any] ?? [:]
    let by = object["initiator"] as? [String: Any] ?? [:]
    id = object["id"] as? String ?? ""
    customer = object["customerId"] as? String
    conversation = object["conversationId"] as? String
    time = object["timestamp"] as? String ?? ""
    type = content["type"] as? String ?? ""
    initiator = by["type"] as? String ?? ""
    initiatorId = by["id"] as? String
    status = content["status"] as? String
    session = content["sessionId"] as? String
    topics = content["addedTopicIds"] as? [String] ?? []
    texts = ["content", "body", "subject", "title"].compactMap { content[$0] as? String }
  }
}
