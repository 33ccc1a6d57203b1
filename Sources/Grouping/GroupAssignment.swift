import Events

extension Groups {
  /// What an event belongs to; nil for an orphan's Conversation, and where it joined no Session or Contact.
  public struct Assignment: Sendable, Equatable, BitwiseCopyable {
    @usableFromInline var keptConversation: Int32 = -1
    @usableFromInline var keptSession: Int32 = -1
    @usableFromInline var keptContact: Int32 = -1

    init(conversation: Int? = nil) { self.conversation = conversation }
  }

  /// An event that did not fit where it came.
  public struct Anomaly: Sendable, Equatable {
    public var event: Int
    public var kind: AnomalyKind
  }

  /// In which way; `name` is the one that tables and pages print.
  public enum AnomalyKind: Sendable, Equatable {
    /// An event that goes to no Conversation, or ends a Session or Contact that is not open: `orphan_` + its kind.
    case orphan(EventKind)
    case handoffWithinContact
    case handoffWithoutSession

    public var name: String {
      switch self {
      case .orphan(let kind): "orphan_" + kind.name
      case .handoffWithinContact: "handoff_within_contact"
      case .handoffWithoutSession: "handoff_without_session"
      }
    }
  }
}

extension Groups.Assignment {
  @inlinable public var conversation: Int? {
    get { keptConversation < 0 ? nil : Int(keptConversation) }
    set { keptConversation = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  @inlinable public var session: Int? {
    get { keptSession < 0 ? nil : Int(keptSession) }
    set { keptSession = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  @inlinable public var contact: Int? {
    get { keptContact < 0 ? nil : Int(keptContact) }
    set { keptContact = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}
