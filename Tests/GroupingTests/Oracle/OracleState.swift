import Events
import Grouping

/// A Conversation while its history is told. What can be found by looking back over the placed events is found so, and
/// not kept here.
struct OracleConversation {
  var id: String
  var opener: OracleEvent
  var closedAt: Int64?
  var closeReason: Groups.CloseReason?
  /// Whether a `conversation_closed` stands: there was one, and no reopening since.
  var closeStands = false
  var closes: [OracleGroups.Mark] = []
  var reopens: [OracleGroups.Mark] = []
}

/// A Session or a Contact while its history is told.
struct OracleSpan {
  enum Kind { case session, contact }

  var kind: Kind
  var conversation: Int
  var channel: String
  var opener: OracleEvent
  var origin: String
  var endedAt: Int64?
  var endReason: String?

  var isOpen: Bool { endedAt == nil }
}

/// An event, and what it was assigned to: indices into the oracle's Conversations and spans.
struct OraclePlacement {
  var event: OracleEvent
  var conversation: Int?
  var span: Int?
}
