/// The words for why and how groups begin and end; their raw values are what tables print.
extension Groups {
  /// What closed a Conversation: an event, or the end of its window once a new one began or the data ended after it.
  public enum CloseReason: String, Sendable, CaseIterable, BitwiseCopyable {
    case closed, window
  }
  /// Why a Session ended; `inactivity` ends it at its last activity, the others at an event.
  public enum SessionEnd: String, Sendable, CaseIterable, BitwiseCopyable {
    case inactivity, handoff, ended, closed
  }
  /// Why a Contact ended; `lapsed` and `window` end it at its last activity.
  public enum ContactEnd: String, Sendable, CaseIterable, BitwiseCopyable {
    case ended, closed, inactivity, lapsed, window
  }
  /// Whose message began a Session.
  public enum SessionOrigin: String, Sendable, CaseIterable, BitwiseCopyable {
    case customer, ai
  }
  /// What began a Contact: a hand-off by the AI, a customer who wrote to the team, or an agent who wrote first.
  public enum ContactOrigin: String, Sendable, CaseIterable, BitwiseCopyable {
    case handoff, direct, outbound
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
