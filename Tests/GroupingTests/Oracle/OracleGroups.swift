import Grouping

/// What grouping found for one customer at one brand: the fields of `group`'s tables, as plain values.
struct OracleGroups: Equatable {
  var conversations: [Conversation] = []
  var sessions: [Session] = []
  var contacts: [Contact] = []
  var assignments: [Assignment] = []
  var anomalies: [Anomaly] = []
  var later = 0

  struct Conversation: Equatable {
    var id: String
    var startedAt: Int64
    var lastActivityAt: Int64
    var closedAt: Int64?
    var closeReason: String?
    var initiator: String
    var channels: [String]
    var sessions: Int
    var contacts: Int
    var events: Int
    var closes: [Mark]
    var reopens: [Mark]
  }

  struct Mark: Equatable {
    var at: Int64
    var by: String
  }

  struct Session: Equatable {
    var id: String
    var conversation: String
    var channel: String
    var startedAt: Int64
    var lastActivityAt: Int64
    var endedAt: Int64?
    var endReason: String?
    var origin: String
    var outcome: String
    var firstReplyAt: Int64?
    var customerMessages: Int
    var aiMessages: Int
  }

  struct Contact: Equatable {
    var id: String
    var conversation: String
    var channel: String
    var startedAt: Int64
    var lastActivityAt: Int64
    var endedAt: Int64?
    var endReason: String?
    var origin: String
    var firstReplyAt: Int64?
    var customerMessages: Int
    var agentMessages: Int
    var aiMessages: Int
    var agents: [String]
  }

  struct Assignment: Equatable {
    var event: String
    var conversation: String?
    var session: String?
    var contact: String?
  }

  struct Anomaly: Equatable {
    var event: String
    var anomaly: String
  }
}

extension OracleGroups: CustomStringConvertible {
  /// One record a line.
  var description: String {
    let lines: [String] =
      conversations.map { "\($0)" } + sessions.map { "\($0)" } + contacts.map { "\($0)" }
      + assignments.map { "\($0)" } + anomalies.map { "\($0)" } + ["later: \(later)"]
    return lines.joined(separator: "\n")
  }

  /// The records that only one of two results has, for a failure's message.
  func differences(from other: OracleGroups) -> (mine: [String], theirs: [String]) {
    let mine = description.split(separator: "\n").map(String.init)
    let theirs = other.description.split(separator: "\n").map(String.init)
    return (mine.filter { !theirs.contains($0) }, theirs.filter { !mine.contains($0) })
  }
}
