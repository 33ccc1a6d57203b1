import Grouping
import Time

/// Sessions counted together.
struct SessionTally: Sendable {
  let count: Int
  /// By outcome; they add up to `count`.
  let handedOff: Int
  let endedInAI: Int
  let didNotRespond: Int
  let inProgress: Int
  /// From start to last activity.
  let active: Sample<Length>
  /// Customer's and AI's.
  let messages: Sample<Int>

  init(_ sessions: [SessionFact]) {
    count = sessions.count
    let outcomes = sessions.map(\.group.outcome)
    handedOff = outcomes.count { $0 == .handedOff }
    endedInAI = outcomes.count { $0 == .endedInAI }
    didNotRespond = outcomes.count { $0 == .didNotRespond }
    inProgress = outcomes.count { $0 == .inProgress }
    active = Sample(sessions.map(\.group.active))
    messages = Sample(sessions.map(\.group.messages))
  }
}

extension Groups.Session {
  /// From start to last activity.
  var active: Length { lastActivityAt - startedAt }
  /// From start to end; nil while it is open.
  var duration: Length? { endedAt.map { $0 - startedAt } }
  var messages: Int { customerMessages + aiMessages }
}
