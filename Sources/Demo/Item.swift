import Time

/// One conversation item, before it is written.
struct Item: Sendable {
  enum Party: Equatable, Sendable {
    case customer
    case agent(String)
    case ai, system, automation
  }

  enum Content: Sendable {
    /// Chat, SMS or WhatsApp; the second text is the chat session's id.
    case text(Channel, String, session: String)
    case mail(subject: String, text: String)
    /// Lengths in milliseconds from the start; nil where it did not come to that.
    case call(answered: Int64?, completed: Int64, summary: String?, inbound: Bool)
    case voicemail
    case status(String)
    case note(String)
    case topics([String])
    case activity(title: String, body: String)
    case task(String)
  }

  enum Channel: String, Sendable {
    case chat = "CHAT_MESSAGE"
    case sms = "SMS"
    case whatsapp = "WHATSAPP"
  }

  var id: String
  var at: Instant
  var by: Party
  /// The agent who has the conversation, where one has.
  var responder: String?
  var content: Content
  var conversation: String?
}

extension Item {
  /// Whether the item is a message, in the sense of the grouping rules.
  var isExchange: Bool {
    switch content {
    case .text, .mail, .call, .voicemail: true
    default: false
    }
  }
}
