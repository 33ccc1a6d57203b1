import Time

/// A measure that the program works out from the facts, by the same tallies as its own pages. The raw value is the name
/// that `built_in` gives in `measures.yml`.
public enum BuiltInMeasure: String, CaseIterable, Sendable {
  // Conversations by their start.
  case conversations
  case conversationsAIOnly = "conversations_ai_only"
  case conversationsAIThenTeam = "conversations_ai_then_team"
  case conversationsTeamThenAI = "conversations_team_then_ai"
  case conversationsTeamOnly = "conversations_team_only"
  case conversationsNeither = "conversations_neither"
  case conversationsReachedTeam = "conversations_reached_team"
  case conversationsAnswered = "conversations_answered"
  case conversationsUnanswered = "conversations_unanswered"
  case conversationsReopened = "conversations_reopened"
  case cameBack24h = "came_back_24h"
  case cameBack7d = "came_back_7d"
  case customers

  // Conversations by their last close.
  case conversationsClosed = "conversations_closed"
  case conversationsClosedReopened = "conversations_closed_reopened"
  case conversationsClosedMultichannel = "conversations_closed_multichannel"
  case conversationLength = "conversation_length"
  case conversationLengthP90 = "conversation_length_p90"
  case firstClose = "first_close"
  case firstCloseP90 = "first_close_p90"
  case sessionsPerConversation = "sessions_per_conversation"
  case contactsPerConversation = "contacts_per_conversation"

  // Sessions by their start.
  case sessions
  case sessionsHandedOff = "sessions_handed_off"
  case sessionsEndedInAI = "sessions_ended_in_ai"
  case sessionsDidNotRespond = "sessions_did_not_respond"
  case sessionsInProgress = "sessions_in_progress"
  case sessionActive = "session_active"
  case sessionActiveP90 = "session_active_p90"

  // Contacts by their end.
  case contacts
  case contactsAnswered = "contacts_answered"
  case contactsUnanswered = "contacts_unanswered"
  case contactsAfterHandoff = "contacts_after_handoff"
  case contactsDirect = "contacts_direct"
  case contactsOutbound = "contacts_outbound"
  case firstReply = "first_reply"
  case firstReplyP90 = "first_reply_p90"
  case handling
  case handlingP90 = "handling_p90"
  case messagesPerContact = "messages_per_contact"

  // What Conversations hold, by their start.
  case handoffs
  case teamWait = "team_wait"
  case teamWaitP90 = "team_wait_p90"
  case demand
}

extension BuiltInMeasure {
  /// What it is a measure of, and by what that is placed in time.
  var population: MeasurePopulation {
    switch self {
    case .conversations, .conversationsAIOnly, .conversationsAIThenTeam, .conversationsTeamThenAI,
      .conversationsTeamOnly, .conversationsNeither, .conversationsReachedTeam, .conversationsAnswered,
      .conversationsUnanswered, .conversationsReopened, .cameBack24h, .cameBack7d, .customers:
      .conversationsStarted
    case .conversationsClosed, .conversationsClosedReopened, .conversationsClosedMultichannel, .conversationLength,
      .conversationLengthP90, .firstClose, .firstCloseP90, .sessionsPerConversation, .contactsPerConversation:
      .conversationsClosed
    case .sessions, .sessionsHandedOff, .sessionsEndedInAI, .sessionsDidNotRespond, .sessionsInProgress,
      .sessionActive, .sessionActiveP90:
      .sessionsStarted
    case .contacts, .contactsAnswered, .contactsUnanswered, .contactsAfterHandoff, .contactsDirect,
      .contactsOutbound, .firstReply, .firstReplyP90, .handling, .handlingP90, .messagesPerContact:
      .contactsEnded
    case .handoffs, .teamWait, .teamWaitP90: .handoffs
    case .demand: .demand
    }
  }

  /// What its values are, for formulas.
  var quantity: MeasureQuantity {
    let (unit, anchor) = self == .customers ? (.customer, .start) : population.unitAndAnchor
    return MeasureQuantity(kind, unit, anchor, isMiddle: kind == .length, whole: kind == .share ? rawValue : nil)
  }

  private var kind: MeasureQuantity.Kind {
    switch self {
    case .cameBack24h, .cameBack7d: .share
    case .messagesPerContact, .sessionsPerConversation, .contactsPerConversation: .quotient
    case .conversationLength, .conversationLengthP90, .firstClose, .firstCloseP90, .sessionActive, .sessionActiveP90,
      .firstReply, .firstReplyP90, .handling, .handlingP90, .teamWait, .teamWaitP90:
      .length
    default: .count
    }
  }
}
