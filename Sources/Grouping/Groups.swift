import Events
import Time

/// The groups of one party: what `Grouper.group` finds. Reused from party to party.
///
/// An `Int` named after an event is its position among the party's events; indices of Conversations, Sessions and
/// Contacts are positions in the arrays here, which are in the order in which the groups began.
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

  public init() {}

  mutating func removeAll() {
    conversations.removeAll(keepingCapacity: true)
    sessions.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    assignments.removeAll(keepingCapacity: true)
    anomalies.removeAll(keepingCapacity: true)
    later = 0
  }
}

extension Groups {
  /// What closed a Conversation: an event, or the end of its window once a new one began or the data ended after it.
  public enum CloseReason: String, Sendable, CaseIterable, BitwiseCopyable { case closed, window }
  /// Why a Session ended; `inactivity` ends it at its last activity, the others at an event.
  public enum SessionEnd: String, Sendable, CaseIterable, BitwiseCopyable { case inactivity, handoff, ended, closed }
  /// Why a Contact ended; `lapsed` and `window` end it at its last activity.
  public enum ContactEnd: String, Sendable, CaseIterable, BitwiseCopyable { case ended, closed, inactivity, lapsed, window }
  /// Whose message began a Session.
  public enum SessionOrigin: String, Sendable, CaseIterable, BitwiseCopyable { case customer, ai }
  /// What began a Contact: a hand-off by the AI, a customer who wrote to the team, or an agent who wrote first.
  public enum ContactOrigin: String, Sendable, CaseIterable, BitwiseCopyable { case handoff, direct, outbound }

  /// Why a Conversation opened.
  public enum OpenRule: Sendable, Equatable {
    /// There was none before it.
    case first
    /// The one before had closed its window at this deadline (nil where it never ended by time).
    case windowClosed(Instant?)
    /// The event carries an id that no Conversation had yet.
    case givenID
  }

  /// A close or a reopening, by an event.
  public struct Mark: Sendable, Equatable {
    public var at: Instant
    public var by: Actor
    public var event: Int
  }

  /// Everything between a customer and a brand inside one window of time. Events are positions in the party's own.
  public struct Conversation: Sendable {
    /// The event that opened it.
    public var opener: Int
    /// The trusted id, an index into the store's names; 0 if the id is derived from `opener`.
    public var givenID: UInt32
    public var openRule: OpenRule
    public var startedAt: Instant
    /// Its last event that is no annotation.
    public var lastActivityAt: Instant
    public var closedAt: Instant?
    public var closeReason: CloseReason?
    /// The kind of actor of the opener.
    public var initiator: Actor
    /// Channels of its exchange events without `""`, sorted by name.
    public var channels: [UInt16]
    public var sessions: Int
    public var contacts: Int
    /// All events that joined it, annotations too.
    public var events: Int
    public var closes: [Mark]
    public var reopens: [Mark]
    /// Its window's deadline as it stands at the end; nil where there is none.
    public var deadline: Instant?
  }

  /// One interaction with the AI on one channel of a Conversation.
  public struct Session: Sendable {
    public var conversation: Int
    /// The event that opened it, and the one that ended it, if an event did.
    public var opener: Int
    public var closer: Int?
    public var channel: UInt16
    public var origin: SessionOrigin
    public var startedAt: Instant
    public var lastActivityAt: Instant
    public var endedAt: Instant?
    public var endReason: SessionEnd?
    public var firstReplyAt: Instant?
    public var customerMessages: Int
    public var aiMessages: Int
    /// The Contact that its hand-off began.
    public var contact: Int?
  }

  /// One interaction handled by the team on one channel of a Conversation.
  public struct Contact: Sendable {
    public var conversation: Int
    /// The event that opened it, and the one that ended it, if an event did: of a lapsed one, the message to or by the
    /// AI, which is later than the end.
    public var opener: Int
    public var closer: Int?
    public var channel: UInt16
    public var origin: ContactOrigin
    public var startedAt: Instant
    public var lastActivityAt: Instant
    public var endedAt: Instant?
    public var endReason: ContactEnd?
    public var firstReplyAt: Instant?
    public var customerMessages: Int
    public var agentMessages: Int
    public var aiMessages: Int
    /// Actor ids of its agent messages, indices into the store's names, by first message.
    public var agents: [UInt32]
    /// The Session whose hand-off began it.
    public var session: Int?
  }

  /// What an event belongs to; nil for an orphan's Conversation, and where it joined no Session or Contact.
  public struct Assignment: Sendable, Equatable {
    public var conversation: Int?
    public var session: Int?
    public var contact: Int?
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

extension Groups.Session {
  /// What became of a Session, as far as events show; the raw values are what tables print.
  public enum Outcome: String, Sendable, CaseIterable, BitwiseCopyable {
    case handedOff = "handed off"
    case inProgress = "in progress"
    case didNotRespond = "did not respond"
    case endedInAI = "ended in AI"
  }

  /// How it went (`guide/rules.md`, "AI sessions"), the first that applies.
  public var outcome: Outcome {
    if endReason == .handoff { return .handedOff }
    if endedAt == nil { return .inProgress }
    return aiMessages == 0 ? .didNotRespond : .endedInAI
  }
}
