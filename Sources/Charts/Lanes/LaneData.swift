/// What a lane picture shows of one customer. Instants are milliseconds since 1970-01-01T00:00:00Z.
public struct LaneData: Equatable, Sendable {
  /// In any order, like the three below; sessions and contacts point at a conversation by its place.
  public var conversations: [LaneConversation]
  public var sessions: [LaneSession]
  public var contacts: [LaneContact]
  public var messages: [LaneMessage]
  /// Where the data end: what is still open is drawn up to here.
  public var openUntil: Int64
  /// Draws an arrow from the end of the last conversation on to the end of its window.
  public var windowEnd: LaneWindowEnd?

  public init(
    conversations: [LaneConversation], sessions: [LaneSession], contacts: [LaneContact], messages: [LaneMessage],
    openUntil: Int64, windowEnd: LaneWindowEnd? = nil
  ) {
    self.conversations = conversations
    self.sessions = sessions
    self.contacts = contacts
    self.messages = messages
    self.openUntil = openUntil
    self.windowEnd = windowEnd
  }
}

public struct LaneConversation: Equatable, Sendable {
  public var start: Int64
  /// None while it is open.
  public var end: Int64?
  /// Says when it was, on hover.
  public var title: String
  /// Its name, written into its bar.
  public var label: String
  public var head: LaneHead?

  public init(start: Int64, end: Int64?, title: String, label: String, head: LaneHead? = nil) {
    self.start = start
    self.end = end
    self.title = title
    self.label = label
    self.head = head
  }
}

/// What stands above a conversation: a link to it, and a few words.
public struct LaneHead: Equatable, Sendable {
  public var date: String
  public var href: String
  public var words: String

  public init(date: String, href: String, words: String) {
    self.date = date
    self.href = href
    self.words = words
  }
}

public struct LaneSession: Equatable, Sendable {
  public var conversation: Int
  public var start: Int64
  /// Up to here it is drawn as active, from here on as waiting.
  public var lastActivity: Int64
  /// None while it is open.
  public var end: Int64?
  public var title: String
  public var label: String

  public init(conversation: Int, start: Int64, lastActivity: Int64, end: Int64?, title: String, label: String) {
    self.conversation = conversation
    self.start = start
    self.lastActivity = lastActivity
    self.end = end
    self.title = title
    self.label = label
  }
}

public struct LaneContact: Equatable, Sendable {
  public var conversation: Int
  public var start: Int64
  /// Up to here it is drawn as waiting, from here on as active; none if the team never replied.
  public var firstReply: Int64?
  /// None while it is open.
  public var end: Int64?
  public var title: String
  public var label: String
  /// Written beside the arrow that comes from the session; none if it began without a hand-off.
  public var handoff: String?

  public init(
    conversation: Int, start: Int64, firstReply: Int64?, end: Int64?, title: String, label: String,
    handoff: String? = nil
  ) {
    self.conversation = conversation
    self.start = start
    self.firstReply = firstReply
    self.end = end
    self.title = title
    self.label = label
    self.handoff = handoff
  }
}

public struct LaneMessage: Equatable, Sendable {
  public enum Author: Int, CaseIterable, Sendable { case customer, ai, team }

  public var instant: Int64
  public var author: Author

  public init(instant: Int64, author: Author) {
    self.instant = instant
    self.author = author
  }
}

public struct LaneWindowEnd: Equatable, Sendable {
  /// Above and below the arrow.
  public var words: String
  public var detail: String

  public init(words: String, detail: String) {
    self.words = words
    self.detail = detail
  }
}
