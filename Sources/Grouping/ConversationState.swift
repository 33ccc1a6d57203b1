import Time

/// What grouping keeps of a Conversation beside what it publishes.
struct ConversationState: BitwiseCopyable {
  /// Where the window of the anchor `start` begins: the start, or the last manual reopen.
  var windowStart: Instant
  /// The latest end of a Session or Contact; the start if none has ended.
  var latestEnd: Instant
  var isLastMessageByCustomer = false
  /// A `conversation_closed` came, and no reopening since.
  var isCloseStanding = false
  var openSessions = ActivityOrder.Ends()
  var openContacts = ActivityOrder.Ends()
  /// The slot used last, and its channel; -1 is none.
  var recentSlot: Int32 = -1
  var recentChannel: Int32 = -1

  init(startedAt: Instant) {
    windowStart = startedAt
    latestEnd = startedAt
  }
}

/// One channel of one Conversation: what is open on it, at most one of the two; -1 is none.
struct ChannelSlot: BitwiseCopyable {
  var session: Int32 = -1
  var contact: Int32 = -1
}
