import Grouping
import Time

@testable import Events

/// Histories and rules from a seed, on a coarse clock so that instants meet deadlines often.
struct RandomHistory {
  private var state: UInt64

  init(seed: UInt64) { state = seed }
}

extension RandomHistory {
  static let ruleChoices: [[String]] = [
    ["", "window=none", "window=6h", "window=1h"],
    ["", "anchor=activity", "anchor=close"],
    ["", "session_timeout=30m", "session_timeout=none", "session_timeout=8h"],
    ["", "contact_timeout=1h", "contact_timeout=5h"],
    ["", "quiet=30m", "quiet=none"],
    ["", "route=ai", "route=team", "routes.b=ai routes.c=team"],
    ["", "conversation_ids=derive"],
  ]

  mutating func rules() -> String {
    RandomHistory.ruleChoices.map { choices in choices[below(choices.count)] }.joined(separator: " ")
  }

  mutating func history(count: Int) -> History {
    let ids = below(2) == 0 ? 1 : 4
    let pace: Int64 = [5, 15, 30][below(3)] * 60_000
    let isTalk = below(3) == 0
    var at: Int64 = 0
    var events: [Event] = []
    for line in 0..<count {
      at += [0, 0, 1, 1, 2, 3, 4, 9, 60][below(9)] * pace
      let kinds: [EventKind] = [
        .message, .message, .message, .message, .handoff, .contactStarted, .sessionEnded, .contactEnded, .callEnded,
        .conversationClosed, .conversationReopened, .note,
      ]
      let kind = isTalk ? .message : kinds[below(kinds.count)]
      let actor = isTalk ? [Actor.customer, .ai][below(2)] : [.customer, .customer, .ai, .agent, .system][below(5)]
      var event = Event(at: Instant(milliseconds: at), kind: kind, actor: actor, line: line)
      event.channel = UInt16(below(4))
      event.conversation = UInt32(below(ids))
      event.actorID = UInt32(below(3))
      event.lane = [0, 0, 0, 0, 0, 0, 1, 2][below(8)]
      events.append(event)
    }
    events.sort { $0.order < $1.order }
    return History(events: events, channels: ["", "c", "a", "b"], names: ["", "X", "Y", "Z"])
  }

  /// SplitMix64.
  private mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
