import Events
import Time

extension Groups {
  /// Everything between a customer and a brand inside one window of time. Events are positions in the party's own.
  public struct Conversation: Sendable, BitwiseCopyable {
    public var startedAt: Instant
    /// Its last event that is no annotation.
    public var lastActivityAt: Instant
    @usableFromInline var keptClosedAt: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptDeadline: OptionalInstant = OptionalInstant(nil)
    /// Of the window before.
    @usableFromInline var keptOpenDeadline: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptOpener: Int32
    /// The trusted id, an index into the store's names; 0 if the id is derived from `opener`.
    public var givenID: UInt32
    @usableFromInline var keptSessions: Int32 = 0
    @usableFromInline var keptContacts: Int32 = 0
    @usableFromInline var keptEvents: Int32 = 0
    /// Channels of its exchange events without `""`.
    public var channels = Span()
    public var closes = Span()
    public var reopens = Span()
    @usableFromInline var keptOpenRule: UInt8 = 0
    @usableFromInline var keptInitiator: UInt8
    public var closeReason: CloseReason?

    init(opener: Step, openRule: OpenRule) {
      startedAt = opener.event.at
      lastActivityAt = opener.event.at
      keptOpener = Int32(truncatingIfNeeded: opener.position)
      givenID = openRule == .givenID ? opener.event.conversation : 0
      keptInitiator = opener.event.actor.rawValue
      self.openRule = openRule
    }
  }
}

extension Groups.Conversation {
  /// Counts an event that is no annotation.
  @inline(__always)
  mutating func add(_ event: Event) {
    lastActivityAt = event.at
    keptEvents += 1
  }

  mutating func close(at: Instant, _ reason: Groups.CloseReason) {
    closedAt = at
    closeReason = reason
  }

  mutating func reopen() {
    closedAt = nil
    closeReason = nil
  }

  /// The event that opened it.
  @inlinable public var opener: Int {
    get { Int(keptOpener) }
    set { keptOpener = Int32(truncatingIfNeeded: newValue) }
  }

  @inlinable public var openRule: Groups.OpenRule {
    get { keptOpenRule == 0 ? .first : keptOpenRule == 1 ? .givenID : .windowClosed(keptOpenDeadline.instant) }
    set { pack(newValue) }
  }

  @inlinable public var closedAt: Instant? {
    get { keptClosedAt.instant }
    set { keptClosedAt = OptionalInstant(newValue) }
  }

  /// The kind of actor of the opener.
  @inlinable public var initiator: Actor {
    get { Actor(rawValue: keptInitiator) ?? .system }
    set { keptInitiator = newValue.rawValue }
  }

  @inlinable public var sessions: Int {
    get { Int(keptSessions) }
    set { keptSessions = Int32(truncatingIfNeeded: newValue) }
  }

  @inlinable public var contacts: Int {
    get { Int(keptContacts) }
    set { keptContacts = Int32(truncatingIfNeeded: newValue) }
  }

  /// All events that joined it, annotations too.
  @inlinable public var events: Int {
    get { Int(keptEvents) }
    set { keptEvents = Int32(truncatingIfNeeded: newValue) }
  }

  /// Its window's deadline as it stands at the end; nil where there is none.
  @inlinable public var deadline: Instant? {
    get { keptDeadline.instant }
    set { keptDeadline = OptionalInstant(newValue) }
  }

  @usableFromInline
  mutating func pack(_ rule: Groups.OpenRule) {
    switch rule {
    case .first: keptOpenRule = 0
    case .givenID: keptOpenRule = 1
    case .windowClosed(let deadline):
      keptOpenRule = 2
      keptOpenDeadline = OptionalInstant(deadline)
    }
  }
}

extension Groups {
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
  public struct Mark: Sendable, Equatable, BitwiseCopyable {
    public var at: Instant
    @usableFromInline var keptEvent: Int32
    @usableFromInline var keptActor: UInt8

    init(at: Instant, by actor: Actor, event: Int) {
      self.at = at
      keptEvent = Int32(truncatingIfNeeded: event)
      keptActor = actor.rawValue
    }
    @inlinable public var by: Actor {
      get { Actor(rawValue: keptActor) ?? .system }
      set { keptActor = newValue.rawValue }
    }
    @inlinable public var event: Int {
      get { Int(keptEvent) }
      set { keptEvent = Int32(truncatingIfNeeded: newValue) }
    }
  }
}
