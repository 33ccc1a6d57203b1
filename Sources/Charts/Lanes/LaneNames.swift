import HTML

/// The names of the four lanes, in a graphic of its own that stays in sight while the picture scrolls sideways.
public struct LaneNames: Chart {
  public struct Name: Equatable, Sendable {
    public var text: String
    /// Where the term is explained, if anywhere.
    public var href: String?
    /// The explanation, on hover.
    public var title: String?

    public init(text: String, href: String? = nil, title: String? = nil) {
      self.text = text
      self.href = href
      self.title = title
    }
  }

  public var conversations: Name
  public var sessions: Name
  public var contacts: Name
  public var messages: Name
  /// Whether links stand above the picture, so that the names begin lower.
  public var isBelowHeads: Bool

  public init(conversations: Name, sessions: Name, contacts: Name, messages: Name, isBelowHeads: Bool = true) {
    self.conversations = conversations
    self.sessions = sessions
    self.contacts = contacts
    self.messages = messages
    self.isBelowHeads = isBelowHeads
  }
}

extension LaneNames {
  public func render(into out: inout [UInt8]) {
    let head = isBelowHeads ? LaneHeads.height : 0
    out.append("<svg class=\"chart chart--flush\"")
    out.append(attribute: " height=\"", .pixels(head + 236))
    out.append(">")
    for (name, y) in [(conversations, 20.0), (sessions, 69), (contacts, 119), (messages, 166)] {
      append(name, y: head + y + 4.5, to: &out)
    }
    out.append("</svg>")
  }

  private func append(_ name: Name, y: Double, to out: inout [UInt8]) {
    if let href = name.href {
      out.append("<a class=\"term\" href=\"")
      out.appendEscaped(href)
      out.append("\">")
    }
    if let title = name.title { out.appendTitle(title) }
    out.appendText(x: .pixels(0), y: y, name.text)
    if name.href != nil { out.append("</a>") }
  }
}
