import Events
import Time

extension Groups {
  /// One interaction with the AI on one channel of a Conversation.
  public struct Session: Sendable, BitwiseCopyable {
    public var startedAt: Instant
    public var lastActivityAt: Instant
    @usableFromInline var keptEndedAt: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptFirstReplyAt: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptConversation: Int32
    @usableFromInline var keptOpener: Int32
    @usableFromInline var keptCloser: Int32 = -1
    @usableFromInline var keptContact: Int32 = -1
    @usableFromInline var keptCustomerMessages: Int32 = 0
    @usableFromInline var keptAiMessages: Int32 = 0
    public var channel: UInt16
    public var origin: SessionOrigin
    public var endReason: SessionEnd?

    init(opener: Step, conversation: Int, origin: SessionOrigin) {
      startedAt = opener.event.at
      lastActivityAt = opener.event.at
      keptConversation = Int32(truncatingIfNeeded: conversation)
      keptOpener = Int32(truncatingIfNeeded: opener.position)
      channel = opener.event.channel
      self.origin = origin
    }
  }
}

extension Groups.Session {
  /// Counts an exchange event: a message by the customer or the AI.
  @inline(__always)
  mutating func add(_ event: Event) {
    lastActivityAt = event.at
    if event.actor == .customer {
      keptCustomerMessages += 1
    } else {
      keptAiMessages += 1
      if firstReplyAt == nil { firstReplyAt = event.at }
    }
  }

  @inline(__always)
  mutating func end(at: Instant, _ reason: Groups.SessionEnd, by closer: Int?) {
    endedAt = at
    endReason = reason
    self.closer = closer
  }

  @inlinable public var conversation: Int {
    get { Int(keptConversation) }
    set { keptConversation = Int32(truncatingIfNeeded: newValue) }
  }

  /// The event that opened it.
  @inlinable public var opener: Int {
    get { Int(keptOpener) }
    set { keptOpener = Int32(truncatingIfNeeded: newValue) }
  }

  /// The event that ended it, if one did.
  @inlinable public var closer: Int? {
    get { keptCloser < 0 ? nil : Int(keptCloser) }
    set { keptCloser = Int32(truncatingIfNeeded: newValue ?? -1) }
  }

  @inlinable public var endedAt: Instant? {
    get { keptEndedAt.instant }
    set { keptEndedAt = OptionalInstant(newValue) }
  }

  @inlinable public var firstReplyAt: Instant? {
    get { keptFirstReplyAt.instant }
    set { keptFirstReplyAt = OptionalInstant(newValue) }
  }

  @inlinable public var customerMessages: Int {
    get { Int(keptCustomerMessages) }
    set { keptCustomerMessages = Int32(truncatingIfNeeded: newValue) }
  }

  @inlinable public var aiMessages: Int {
    get { Int(keptAiMessages) }
    set { keptAiMessages = Int32(truncatingIfNeeded: newValue) }
  }

  /// The Contact that its hand-off began.
  @inlinable public var contact: Int? {
    get { keptContact < 0 ? nil : Int(keptContact) }
    set { keptContact = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}
