/// The fields of neutral events (`guide/exports.md`, "Neutral events"); the raw value is the field's slot.
enum NeutralField: UInt8, CaseIterable {
  case id, customer, at, kind, actor
  case channel, actorID, actorName, brand, conversation, to
  case text, subject, topics, customerName, customerEmail

  var name: String {
    switch self {
    case .id: "id"
    case .customer: "customer"
    case .at: "at"
    case .kind: "kind"
    case .actor: "actor"
    case .channel: "channel"
    case .actorID: "actor_id"
    case .actorName: "actor_name"
    case .brand: "brand"
    case .conversation: "conversation"
    case .to: "to"
    case .text: "text"
    case .subject: "subject"
    case .topics: "topics"
    case .customerName: "customer_name"
    case .customerEmail: "customer_email"
    }
  }

  static let required: [NeutralField] = [.id, .customer, .at, .kind, .actor]
}
