import Grouping
import Time

/// Ended Contacts counted together. No Session is in it.
struct ContactTally: Sendable {
  let ended: Int
  let outbound: Int
  /// Inbound, by origin.
  let handedOff: Int
  let direct: Int
  /// An agent wrote in them.
  let answered: Int
  /// From start to first agent message, of inbound ones that were answered.
  let firstReplies: Sample<Length>
  /// From start to end.
  let handling: Sample<Length>
  /// Customers', agents' and the AI's.
  let messages: Int
  /// Different ones that wrote and that the export names.
  let agents: Int
  /// By reason, in the order of its cases.
  private let ends: InlineArray<5, Int>

  init(_ contacts: some Collection<ContactFact>, _ facts: Facts) {
    var count = Count()
    for contact in contacts { count.add(contact, facts) }
    ended = contacts.count
    outbound = count.outbound
    handedOff = count.handedOff
    direct = contacts.count - count.outbound - count.handedOff
    answered = count.answered
    firstReplies = Sample(count.firstReplies)
    handling = Sample(count.handling)
    messages = count.messages
    agents = count.agents.count
    ends = count.ends
  }

  /// One pass over the facts.
  private struct Count {
    var outbound = 0
    var handedOff = 0
    var answered = 0
    var messages = 0
    var firstReplies: [Length] = []
    var handling: [Length] = []
    var agents: Set<UInt32> = []
    var ends = InlineArray<5, Int>(repeating: 0)
    private var lastAgent: UInt32?

    mutating func add(_ contact: ContactFact, _ facts: Facts) {
      switch contact.group.origin {
      case .outbound: outbound += 1
      case .handoff: handedOff += 1
      case .direct: break
      }
      if contact.answered { answered += 1 }
      messages += contact.messages
      if contact.inbound, let reply = contact.firstReply { firstReplies.append(reply) }
      if let time = contact.handling { handling.append(time) }
      for agent in facts.agents(of: contact) where agent != lastAgent {
        lastAgent = agent
        agents.insert(agent)
      }
      if let reason = contact.group.endReason { ends[reason.place] += 1 }
    }
  }
}

extension ContactTally {
  var inbound: Int { ended - outbound }
  var unanswered: Int { ended - answered }
  func ended(_ reason: Groups.ContactEnd) -> Int { ends[reason.place] }
}

extension Groups.ContactEnd {
  fileprivate var place: Int {
    switch self {
    case .ended: 0
    case .closed: 1
    case .inactivity: 2
    case .lapsed: 3
    case .window: 4
    }
  }
}

extension [TallyColumn<ContactTally>] {
  /// Every column of the Contact Summary.
  static var contactSummary: [TallyColumn<ContactTally>] {
    [
      .count("ended") { $0.ended }, .count("inbound") { $0.inbound }, .count("outbound") { $0.outbound },
      .count("handed_off") { $0.handedOff }, .count("direct") { $0.direct }, .count("answered") { $0.answered },
      .count("unanswered") { $0.unanswered }, .length("first_reply_median") { $0.firstReplies.median },
      .length("first_reply_p90") { $0.firstReplies.p90 }, .count("first_replies") { $0.firstReplies.count },
      .length("handling_median") { $0.handling.median }, .length("handling_p90") { $0.handling.p90 },
      .average("messages", { $0.messages }, of: { $0.ended }), .count("agents") { $0.agents },
    ]
      + [.ended, .closed, .inactivity, .lapsed, .window].map { reason in
        .count("ended_by_\(reason.rawValue)") { $0.ended(reason) }
      }
  }

  /// The columns below the picture by day.
  static var contactsPerDay: [TallyColumn<ContactTally>] {
    [
      .count("ended") { $0.ended }, .count("handed_off") { $0.handedOff }, .count("direct") { $0.direct },
      .count("outbound") { $0.outbound }, .count("answered") { $0.answered }, .count("unanswered") { $0.unanswered },
      .length("first_reply_median") { $0.firstReplies.median }, .length("handling_median") { $0.handling.median },
    ]
  }
}
