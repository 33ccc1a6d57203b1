import Time

/// Writes items and people as the lines of a Gladly data export.
enum ItemWriter {
  static let address = "help@brindlecroft.example"
  private static let phone = "+1-555-0100"

  static func line(_ item: Item, of customer: Customer) -> [UInt8] {
    var line = JSONLine()
    line.put("id", item.id)
    line.put("customerId", customer.id)
    if let conversation = item.conversation { line.put("conversationId", conversation) }
    line.put("timestamp", timestamp(item).description)
    line.put("initiator", party(item.by, customer))
    if let responder = item.responder { line.put("responder", party(.agent(responder), customer)) }
    line.put("content", content(item, customer))
    return line.line
  }

  /// When the platform booked the item: a voicemail at its end, all else at its start.
  static func timestamp(_ item: Item) -> Instant {
    if case .voicemail = item.content { return item.at + .seconds(42) }
    return item.at
  }

  static func line(_ agent: Staff.Agent) -> [UInt8] {
    var line = JSONLine()
    line.put("id", agent.id)
    line.put("name", agent.name)
    line.put("emailAddress", agent.mail)
    return line.line
  }

  /// - Parameter isLater: as a later export restates the customer: with a second mail address.
  static func line(_ customer: Customer, number: Int, isLater: Bool) -> [UInt8] {
    var line = JSONLine()
    line.put("id", customer.id)
    line.put("name", customer.name)
    line.put("address", customer.address)
    let second = "\(Names.addressPart(customer.family))\(number)@example.net"
    line.put("emailAddresses", isLater && number % 17 == 3 ? [customer.mail, second] : [customer.mail])
    line.put("phoneNumbers", number % 5 == 4 ? [] : [customer.phone])
    line.put("externalCustomerId", "BC\(100_000 + number)")
    return line.line
  }

  static func line(_ topic: TopicTree.Topic) -> [UInt8] {
    var line = JSONLine()
    line.put("id", topic.id)
    line.put("name", topic.name)
    line.put("disabled", topic.disabled)
    if let parent = topic.parent { line.put("parentId", parent) }
    return line.line
  }
}

extension ItemWriter {
  private static func party(_ party: Item.Party, _ customer: Customer) -> JSONLine {
    var object = JSONLine()
    let (type, id) =
      switch party {
      case .customer: ("CUSTOMER", customer.id)
      case .agent(let id): ("AGENT", id)
      case .ai: ("SYSTEM", "SIDEKICK_V2")
      case .system: ("SYSTEM", "SHOP")
      case .automation: ("AUTOMATION", "TOPIC_RULES")
      }
    object.put("type", type)
    object.put("id", id)
    return object
  }

  private static func content(_ item: Item, _ customer: Customer) -> JSONLine {
    var object = JSONLine()
    switch item.content {
    case .text(let channel, let body, let session):
      object.put("type", channel.rawValue)
      text(item, customer, channel, session, body, &object)
    case .mail(let subject, let text):
      object.put("type", "EMAIL")
      mail(item, customer, subject, text, &object)
    case .call(let answered, let completed, let summary, let inbound):
      object.put("type", "PHONE_CALL")
      object.put("from", inbound ? customer.phone : phone)
      object.put("to", inbound ? phone : customer.phone)
      call(item.at, answered, completed, summary, &object)
    case .voicemail:
      object.put("type", "VOICEMAIL")
      object.put("startedAt", item.at.description)
    case .status(let status):
      object.put("type", "CONVERSATION_STATUS_CHANGE")
      object.put("status", status)
    case .note(let body):
      object.put("type", "CONVERSATION_NOTE")
      object.put("body", body)
    case .topics(let ids):
      object.put("type", "TOPIC_CHANGE")
      object.put("addedTopicIds", ids)
      object.put("removedTopicIds", [String]())
    case .activity(let title, let body):
      object.put("type", "CUSTOMER_ACTIVITY")
      object.put("title", title)
      object.put("body", body)
    case .task(let body):
      object.put("type", "TASK")
      object.put("body", body)
    }
    return object
  }

  private static func text(
    _ item: Item, _ customer: Customer, _ channel: Item.Channel, _ session: String, _ text: String,
    _ object: inout JSONLine
  ) {
    if channel == .chat {
      object.put("sessionId", session)
    } else {
      object.put("from", item.by == .customer ? customer.phone : phone)
      object.put("to", item.by == .customer ? phone : customer.phone)
    }
    object.put("content", text)
  }

  private static func mail(
    _ item: Item, _ customer: Customer, _ subject: String, _ text: String, _ object: inout JSONLine
  ) {
    object.put("from", item.by == .customer ? customer.mail : address)
    object.put("to", [item.by == .customer ? address : customer.mail])
    object.put("cc", [String]())
    object.put("subject", subject)
    object.put("content", text)
  }

  private static func call(
    _ start: Instant, _ answered: Int64?, _ completed: Int64, _ summary: String?, _ object: inout JSONLine
  ) {
    object.put("startedAt", start.description)
    if let answered { object.put("answeredAt", (start + Length(milliseconds: answered)).description) }
    object.put("completedAt", (start + Length(milliseconds: completed)).description)
    guard let summary else { return }
    var recording = JSONLine()
    recording.put("summary", summary)
    object.put("recordingSummary", recording)
  }
}
