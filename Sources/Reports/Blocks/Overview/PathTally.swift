import Charts
import Grouping
import Time

/// Conversations counted together by how they went.
struct PathTally: Sendable {
  /// By path.
  private var counts = InlineArray<5, Int>(repeating: 0)
  /// Of those with a Contact, in how many an agent wrote.
  private(set) var answered = 0
  private(set) var reopened = 0
  /// Began with the AI, which handed them to the team.
  private(set) var handedOff = 0
  /// Different customers. Conversations are added a customer at a time, as facts have them.
  private(set) var customers = 0
  private var lastParty: Int?

  init() {}

  init(_ conversations: some Sequence<ConversationFact>) {
    for conversation in conversations { add(conversation) }
  }
}

extension PathTally {
  mutating func add(_ fact: ConversationFact) {
    counts[fact.path.rawValue] += 1
    if fact.answered { answered += 1 }
    if !fact.group.reopens.isEmpty { reopened += 1 }
    if fact.path == .aiThenTeam, fact.handedOff { handedOff += 1 }
    if fact.party != lastParty { customers += 1 }
    lastParty = fact.party
  }

  subscript(path: ConversationPath) -> Int { counts[path.rawValue] }

  var total: Int { counts.indices.reduce(0) { $0 + counts[$1] } }
  /// The AI and the team had a part in it, in either order.
  var both: Int { self[.aiThenTeam] + self[.teamThenAI] }
  /// With a Contact.
  var reachedTeam: Int { both + self[.teamOnly] }
  var unanswered: Int { reachedTeam - answered }
}

extension ConversationPath {
  /// The place in a stack: AI only, both, team only, neither.
  var series: Int {
    switch self {
    case .aiOnly: 0
    case .aiThenTeam, .teamThenAI: 1
    case .teamOnly: 2
    case .neither: 3
    }
  }
}

extension ReportContext {
  /// Bottom first; `neither` only where there is any.
  func pathSeries(hasNeither: Bool) -> [DayStack.Series] {
    let names: [(String, Role)] = [("ai", .ai), ("both", .both), ("team", .team), ("neither", .conv)]
    return names.prefix(hasNeither ? 4 : 3).map {
      .init(words: words["overview.path.\($0.0)"], counted: "overview.path_count.\($0.0)", role: $0.1)
    }
  }
}
