/// What an event is (`guide/rules.md`, "Events").
public enum EventKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  case message, handoff, contactStarted
  case sessionEnded, contactEnded, callEnded, conversationClosed
  case conversationReopened
  /// Annotations, and any kind that is not known.
  case note, topic, activity, task, other
}

/// Who did it.
public enum Actor: UInt8, Sendable, CaseIterable {
  case customer, ai, agent, system
}

/// Whom a customer's message is meant for, where the export says so; also a channel's route.
public enum Lane: UInt8, Sendable {
  case ai, team
}

/// How an event takes part in grouping.
public enum EventClass: Sendable { case exchange, control, annotation }

extension EventKind {
  /// The names of neutral events, and of what `group` writes.
  public var name: String {
    switch self {
    case .message: "message"
    case .handoff: "handoff"
    case .contactStarted: "contact_started"
    case .sessionEnded: "session_ended"
    case .contactEnded: "contact_ended"
    case .callEnded: "call_ended"
    case .conversationClosed: "conversation_closed"
    case .conversationReopened: "conversation_reopened"
    case .note: "note"
    case .topic: "topic"
    case .activity: "activity"
    case .task: "task"
    case .other: "other"
    }
  }

  /// The class of an event of this kind by this actor.
  @inlinable
  public func eventClass(by actor: Actor) -> EventClass {
    switch self {
    case .message: actor == .system ? .annotation : .exchange
    case .handoff, .contactStarted: .exchange
    case .sessionEnded, .contactEnded, .callEnded, .conversationClosed: .control
    case .conversationReopened: actor == .agent || actor == .system ? .control : .annotation
    case .note, .topic, .activity, .task, .other: .annotation
    }
  }

  /// The rank at one instant (`guide/rules.md`, "Events").
  @inlinable
  public func rank(by actor: Actor) -> UInt8 {
    switch self {
    case .conversationReopened: actor == .agent || actor == .system ? 0 : 5
    case .message:
      switch actor {
      case .customer: 1
      case .ai: 2
      case .agent: 4
      case .system: 5
      }
    case .handoff, .contactStarted: 3
    case .callEnded, .contactEnded: 6
    case .sessionEnded: 7
    case .conversationClosed: 8
    case .note, .topic, .activity, .task, .other: 5
    }
  }
}

extension Actor {
  public var name: String {
    switch self {
    case .customer: "customer"
    case .ai: "ai"
    case .agent: "agent"
    case .system: "system"
    }
  }
}
