import Events
import Time

extension Groups {
  /// One interaction handled by the team on one channel of a Conversation.
  public struct Contact: Sendable, BitwiseCopyable {
    public var startedAt: Instant
    public var lastActivityAt: Instant
    @usableFromInline var keptEndedAt: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptFirstReplyAt: OptionalInstant = OptionalInstant(nil)
    @usableFromInline var keptConversation: Int32
    @usableFromInline var keptOpener: Int32
    @usableFromInline var keptCloser: Int32 = -1
    @usableFromInline var keptSession: Int32 = -1
    /// Actor ids of its agent messages.
    public var agents = Span()
    @usableFromInline var keptCustomerMessages: Int32 = 0
    @usableFromInline var keptAgentMessages: Int32 = 0
    @usableFromInline var keptAiMessages: Int32 = 0
    public var channel: UInt16
    public var origin: ContactOrigin
    public var endReason: ContactEnd?

    init(opener: Step, conversation: Int, origin: ContactOrigin) {
      startedAt = opener.event.at
      lastActivityAt = opener.event.at
      keptConversation = Int32(truncatingIfNeeded: conversation)
      keptOpener = Int32(truncatingIfNeeded: opener.position)
      channel = opener.event.channel
      self.origin = origin
    }
  }
}

extension Groups.Contact {
  /// Counts an exchange event.
  @inline(__always)
  mutating func add(_ event: Event) {
    lastActivityAt = event.at
    guard event.kind == .message else { return }
    switch event.actor {
    case .customer: keptCustomerMessages += 1
    case .ai: keptAiMessages += 1
    case .agent:
      keptAgentMessages += 1
      if firstReplyAt == nil { firstReplyAt = event.at }
    case .system: break
    }
  }

  @inline(__always)
  mutating func end(at: Instant, _ reason: Groups.ContactEnd, by closer: Int?) {
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

  /// The event that ended it, if one did: of a lapsed one, the message to or by the AI, which is later than the end.
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

  @inlinable public var agentMessages: Int {
    get { Int(keptAgentMessages) }
    set { keptAgentMessages = Int32(truncatingIfNeeded: newValue) }
  }

  @inlinable public var aiMessages: Int {
    get { Int(keptAiMessages) }
    set { keptAiMessages = Int32(truncatingIfNeeded: newValue) }
  }

  /// The Session whose hand-off began it.
  @inlinable public var session: Int? {
    get { keptSession < 0 ? nil : Int(keptSession) }
    set { keptSession = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}
