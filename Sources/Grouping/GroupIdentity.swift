import Events

/// The ids of groups (`guide/output.md`, "Ids"): a trusted Conversation keeps its own; the others are
/// named after the event that opened them, so that later data changes them only where it changes the opener.
public struct GroupIdentity: Sendable {
  private let store: EventStore

  public init(store: EventStore) {
    self.store = store
  }
}

extension GroupIdentity {
  /// Appends the id as the export gave it, or `c:` + the opener's id.
  ///
  /// - Parameter events: those of the party that was grouped.
  public func appendConversationID(
    _ conversation: Groups.Conversation, in events: EventSlice, to bytes: inout [UInt8]
  ) {
    if conversation.givenID == 0 {
      append(0x63, conversation.opener, in: events, to: &bytes)
    } else {
      store.appendName(conversation.givenID, to: &bytes)
    }
  }

  /// Appends `s:` + the opener's id.
  public func appendSessionID(_ session: Groups.Session, in events: EventSlice, to bytes: inout [UInt8]) {
    append(0x73, session.opener, in: events, to: &bytes)
  }

  /// Appends `k:` + the opener's id.
  public func appendContactID(_ contact: Groups.Contact, in events: EventSlice, to bytes: inout [UInt8]) {
    append(0x6B, contact.opener, in: events, to: &bytes)
  }

  /// Appends a letter, a colon and the opener's id.
  private func append(_ letter: UInt8, _ opener: Int, in events: EventSlice, to bytes: inout [UInt8]) {
    bytes.append(letter)
    bytes.append(0x3A)
    store.appendID(of: events[events.startIndex + opener], into: &bytes)
  }
}
