import Diagnostics
import Wording

/// The way back from a timeline to the platform's record of a customer or a Conversation.
enum RecordLink {
  /// - Throws: if a template leads anywhere but to the web.
  static func check(_ template: String?) throws(Diagnostics) {
    guard let template else { return }
    let start = template.prefix(8).lowercased()
    if start.hasPrefix("https://") || start.hasPrefix("http://") { return }
    throw Diagnostics([
      .error(
        "`link_template` is \(template), expected an address that begins with https:// or http://",
        help: "write it like https://platform.example/customers/{customer}")
    ])
  }

  /// The address of a customer's record; nil if the template needs a Conversation.
  static func customer(_ template: String?, customer: String) -> String? {
    guard let template, !template.contains(conversationPlace) else { return nil }
    return fill(template, customer: customer, conversation: "")
  }

  /// The address of a Conversation's record; nil if the template is of customers' records alone.
  static func conversation(_ template: String?, customer: String, conversation: String) -> String? {
    guard let template, template.contains(conversationPlace) else { return nil }
    return fill(template, customer: customer, conversation: conversation)
  }
}

extension RecordLink {
  private static var conversationPlace: String { "{conversation}" }

  private static func fill(_ template: String, customer: String, conversation: String) -> String {
    Phrase(template)(["customer": percentEncoded(customer), "conversation": percentEncoded(conversation)])
  }

  /// Everything but RFC 3986's unreserved characters is encoded, so that an id stays one piece of the address.
  private static func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.unicodeScalars.append(.init(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }
}
