import Events
import Grouping
import Time

/// Closed Conversations counted together.
struct ClosedTally: Sendable {
  /// Who or what the last close was by.
  enum Closer: String, Sendable, CaseIterable {
    case agent, customer, ai, system, window

    fileprivate var place: Int {
      switch self {
      case .agent: 0
      case .customer: 1
      case .ai: 2
      case .system: 3
      case .window: 4
      }
    }
  }

  let paths: PathTally
  let multichannel: Int
  let sessions: Int
  let contacts: Int
  let channels: Int
  let agents: Int
  let reopened: Int
  let reopenedByCustomer: Int
  let reopenedByTeam: Int
  /// From the start.
  let toFirstClose: Sample<Length>
  let toLastClose: Sample<Length>
  private let closers: InlineArray<5, Int>

  init(_ conversations: some Sequence<ConversationFact>) {
    var count = Count()
    for conversation in conversations { count.add(conversation) }
    paths = count.paths
    multichannel = count.multichannel
    sessions = count.sessions
    contacts = count.contacts
    channels = count.channels
    agents = count.agents
    reopened = paths.reopened
    reopenedByCustomer = count.reopenedByCustomer
    reopenedByTeam = count.reopenedByTeam
    toFirstClose = Sample(count.toFirstClose)
    toLastClose = Sample(count.toLastClose)
    closers = count.closers
  }

  /// One pass over the facts.
  private struct Count {
    var paths = PathTally()
    var (multichannel, sessions, contacts, channels, agents) = (0, 0, 0, 0, 0)
    var (reopenedByCustomer, reopenedByTeam) = (0, 0)
    var toFirstClose: [Length] = []
    var toLastClose: [Length] = []
    var closers = InlineArray<5, Int>(repeating: 0)

    mutating func add(_ fact: ConversationFact) {
      paths.add(fact)
      if fact.group.channels.count > 1 { multichannel += 1 }
      sessions += fact.group.sessions
      contacts += fact.group.contacts
      channels += fact.group.channels.count
      agents += fact.agents
      if fact.isReopened(by: .customer) { reopenedByCustomer += 1 }
      if fact.isReopened(by: .agent) { reopenedByTeam += 1 }
      if let length = fact.toFirstClose { toFirstClose.append(length) }
      if let length = fact.toLastClose { toLastClose.append(length) }
      if let closer = fact.closer { closers[closer.place] += 1 }
    }
  }
}

extension ClosedTally {
  var closed: Int { paths.total }
  func closed(by closer: Closer) -> Int { closers[closer.place] }
}

extension ConversationFact {
  /// Who closed it, or that its window closed it; nil while it is open. Of several closes in a row the first counts: it
  /// is the one at whose instant the Conversation is closed.
  var closer: ClosedTally.Closer? {
    switch (group.closeReason, closedBy) {
    case (nil, _): nil
    case (.window, _), (.closed, nil): .window
    case (.closed, .agent): .agent
    case (.closed, .customer): .customer
    case (.closed, .ai): .ai
    case (.closed, .system): .system
    }
  }

  /// Nil while it is open: only closed ones are asked.
  var toFirstClose: Length? {
    group.closedAt.map { min($0, firstCloseAt ?? $0) - group.startedAt }
  }

  var toLastClose: Length? { group.closedAt.map { $0 - group.startedAt } }
}

extension [TallyColumn<ClosedTally>] {
  /// Every column of the Conversation Summary.
  static var conversationSummary: [TallyColumn<ClosedTally>] {
    [
      .count("closed") { $0.closed }, .count("customers") { $0.paths.customers },
      .share("multichannel", { $0.multichannel }, of: { $0.closed }), .count("sessions_only") { $0.paths[.aiOnly] },
      .count("contacts_only") { $0.paths[.teamOnly] }, .count("both") { $0.paths.both },
      .count("neither") { $0.paths[.neither] }, .count("answered") { $0.paths.answered },
      .count("unanswered") { $0.paths.unanswered }, .average("sessions", { $0.sessions }, of: { $0.closed }),
      .average("contacts", { $0.contacts }, of: { $0.closed }),
      .average("channels", { $0.channels }, of: { $0.closed }),
      .average("agents", { $0.agents }, of: { $0.closed }), .count("reopened") { $0.reopened },
      .count("reopened_by_customer") { $0.reopenedByCustomer }, .count("reopened_by_team") { $0.reopenedByTeam },
      .length("first_close_median") { $0.toFirstClose.median }, .length("first_close_p90") { $0.toFirstClose.p90 },
      .length("last_close_median") { $0.toLastClose.median }, .length("last_close_p90") { $0.toLastClose.p90 },
    ]
      + ClosedTally.Closer.allCases.map { closer in
        .count("closed_by_\(closer.rawValue)") { $0.closed(by: closer) }
      }
  }
}
