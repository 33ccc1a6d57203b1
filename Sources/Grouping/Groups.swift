import Events
import Time

/// The groups of one party: what `Grouper.group` finds. Reused from party to party.
///
/// An `Int` named after an event is its position among the party's events; indices of Conversations, Sessions and
/// Contacts are positions in the arrays here, which are in the order in which the groups began. Groups are values
/// without references: their lists are spans of columns that are kept here.
public struct Groups: Sendable {
  public internal(set) var conversations: [Conversation] = []
  public internal(set) var sessions: [Session] = []
  public internal(set) var contacts: [Contact] = []
  /// One for each grouped event; events after the as-of instant have none.
  public internal(set) var assignments: [Assignment] = []
  /// In the order of events.
  public internal(set) var anomalies: [Anomaly] = []
  /// Events after the as-of instant, left out.
  public internal(set) var later = 0
  /// Of all Conversations: what `Conversation.channels` is a span of.
  public internal(set) var channels: [UInt16] = []
  /// Closes and reopenings of all Conversations.
  public internal(set) var marks: [Mark] = []
  /// Of all Contacts: actor ids, indices into the store's names.
  public internal(set) var agents: [UInt32] = []

  public init() {}
}

extension Groups {
  /// Channels of its exchange events without `""`, sorted by name.
  public func channels(of conversation: Conversation) -> ArraySlice<UInt16> { channels[conversation.channels.range] }

  public func closes(of conversation: Conversation) -> ArraySlice<Mark> { marks[conversation.closes.range] }

  public func reopens(of conversation: Conversation) -> ArraySlice<Mark> { marks[conversation.reopens.range] }

  /// One of a Conversation's closes or reopenings, counted from 0.
  public func mark(_ place: Int, of span: Span) -> Mark { marks[span.range][span.range.lowerBound + place] }

  /// Actor ids of its agent messages, indices into the store's names, by first message.
  public func agents(of contact: Contact) -> ArraySlice<UInt32> { agents[contact.agents.range] }
}

extension Groups {
  mutating func removeAll() {
    conversations.clear()
    sessions.clear()
    contacts.clear()
    assignments.clear()
    anomalies.clear()
    channels.clear()
    marks.clear()
    agents.clear()
    later = 0
  }
}
