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
  private let ends: [Groups.ContactEnd: Int]

  init(_ contacts: [ContactFact], _ facts: Facts) {
    ended = contacts.count
    outbound = contacts.count { $0.group.origin == .outbound }
    handedOff = contacts.count { $0.group.origin == .handoff }
    direct = contacts.count { $0.group.origin == .direct }
    answered = contacts.count(where: \.answered)
    firstReplies = Sample(contacts.firstReplies)
    handling = Sample(contacts.handlingTimes)
    messages = contacts.reduce(0) { $0 + $1.messages }
    agents = Set(contacts.lazy.flatMap { facts.agents(of: $0) }).count
    ends = contacts.reduce(into: [:]) { ends, fact in
      if let reason = fact.group.endReason { ends[reason, default: 0] += 1 }
    }
  }
}

extension ContactTally {
  var inbound: Int { ended - outbound }
  var unanswered: Int { ended - answered }
  func ended(_ reason: Groups.ContactEnd) -> Int { ends[reason] ?? 0 }
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
