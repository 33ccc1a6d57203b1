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

  init(_ sessions: some Collection<SessionFact>) {
    count = sessions.count
    var (handedOff, endedInAI, didNotRespond, inProgress) = (0, 0, 0, 0)
    for session in sessions {
      switch session.group.outcome {
      case .handedOff: handedOff += 1
      case .endedInAI: endedInAI += 1
      case .didNotRespond: didNotRespond += 1
      case .inProgress: inProgress += 1
      }
    }
    (self.handedOff, self.endedInAI) = (handedOff, endedInAI)
    (self.didNotRespond, self.inProgress) = (didNotRespond, inProgress)
    active = Sample(sessions.lazy.map(\.group.active))
    messages = Sample(sessions.lazy.map(\.group.messages))
  }
}

extension Groups.Session {
  /// From start to last activity.
  var active: Length { lastActivityAt - startedAt }
  /// From start to end; nil while it is open.
  var duration: Length? { endedAt.map { $0 - startedAt } }
  var messages: Int { customerMessages + aiMessages }
}
