/// The fields of Gladly's conversation items that we read (`guide/exports.md`, "A Gladly data export"); the raw value is the field's slot.
enum GladlyField: UInt8, CaseIterable {
  case id, customer, timestamp, type
  case conversation, initiatorType, initiatorID, responderType, responderID
  case startedAt, answeredAt, completedAt, status
  case text, body, summary, subject, topicsAdded, topicsRemoved
  // Read for telling a restated item from a repeated one.
  case from, to, copied

  var path: String {
    switch self {
    case .id: "id"
    case .customer: "customerId"
    case .timestamp: "timestamp"
    case .type: "content.type"
    case .conversation: "conversationId"
    case .initiatorType: "initiator.type"
    case .initiatorID: "initiator.id"
    case .responderType: "responder.type"
    case .responderID: "responder.id"
    case .startedAt: "content.startedAt"
    case .answeredAt: "content.answeredAt"
    case .completedAt: "content.completedAt"
    case .status: "content.status"
    case .text: "content.content"
    case .body: "content.body"
    case .summary: "content.recordingSummary.summary"
    case .subject: "content.subject"
    case .topicsAdded: "content.addedTopicIds"
    case .topicsRemoved: "content.removedTopicIds"
    case .from: "content.from"
    case .to: "content.to"
    case .copied: "content.cc"
    }
  }
}
