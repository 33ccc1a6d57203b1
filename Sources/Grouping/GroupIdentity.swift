import Events

/// The ids of groups (`guide/output.md`, "Ids"): a trusted Conversation keeps its own; the others are
/// named after the event that opened them, so that later data changes them only where it changes the opener.
public struct GroupIdentity: Sendable {
  private let store: EventStore

  public init(store: EventStore) { self.store = store }
}

extension GroupIdentity {
  /// Appends the id as the export gave it, or `c:` + the opener's id.
  ///
  /// - Parameter events: those of the party that was grouped.
  public func appendConversationID(
    _ conversation: Groups.Conversation, in events: EventSlice, to bytes: inout [UInt8]
  ) {
    if conversation.givenID == 0 {
      append("c:", conversation.opener, in: events, to: &bytes)
    } else {
      bytes.append(contentsOf: store.name(conversation.givenID).utf8)
    }
  }

  /// Appends `s:` + the opener's id.
  public func appendSessionID(_ session: Groups.Session, in events: EventSlice, to bytes: inout [UInt8]) {
    append("s:", session.opener, in: events, to: &bytes)
  }

  /// Appends `k:` + the opener's id.
  public func appendContactID(_ contact: Groups.Contact, in events: EventSlice, to bytes: inout [UInt8]) {
    append("k:", contact.opener, in: events, to: &bytes)
  }

  private func append(_ prefix: String, _ opener: Int, in events: EventSlice, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: prefix.utf8)
    store.appendID(of: events[events.startIndex + opener], into: &bytes)
  }
}
