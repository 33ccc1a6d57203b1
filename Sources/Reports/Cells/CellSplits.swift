import Grouping

/// How a Conversation went, as finely as any column asks.
private struct PathClass: Hashable, Sendable {
  var path: ConversationPath
  var isHandedOff = false
  var isAnswered = false

  static let all =
    [PathClass(path: .aiOnly), PathClass(path: .neither)]
    + [true, false].flatMap { answered in
      [
        PathClass(path: .aiThenTeam, isHandedOff: true, isAnswered: answered),
        PathClass(path: .aiThenTeam, isAnswered: answered), PathClass(path: .teamThenAI, isAnswered: answered),
        PathClass(path: .teamOnly, isAnswered: answered),
      ]
    }

  init(path: ConversationPath, isHandedOff: Bool = false, isAnswered: Bool = false) {
    self.path = path
    self.isHandedOff = isHandedOff
    self.isAnswered = isAnswered
  }

  init(_ fact: ConversationFact) {
    path = fact.path
    guard path != .aiOnly, path != .neither else { return }
    isHandedOff = path == .aiThenTeam && fact.handedOff
    isAnswered = fact.answered
  }

  var isBoth: Bool { path == .aiThenTeam || path == .teamThenAI }
  var reachedTeam: Bool { isBoth || path == .teamOnly }
}

/// By whom a Conversation was reopened.
private struct ReopenClass: Hashable, Sendable {
  var isReopened: Bool
  var byCustomer: Bool
  var byTeam: Bool

  static let all =
    [ReopenClass(isReopened: false, byCustomer: false, byTeam: false)]
    + [(false, false), (true, false), (false, true), (true, true)].map {
      ReopenClass(isReopened: true, byCustomer: $0.0, byTeam: $0.1)
    }
}

extension CellSplit<ConversationFact> {
  static var paths: CellSplit {
    CellSplit(
      PathClass.all, of: PathClass.init,
      columns: [
        "conversations closed customers channels first_close_median first_close_p90 last_close_median last_close_p90":
          { _ in true },
        "ai_only sessions_only": { $0.path == .aiOnly }, "ai_then_team": { $0.path == .aiThenTeam },
        "team_then_ai": { $0.path == .teamThenAI }, "team_only contacts_only": { $0.path == .teamOnly },
        "neither": { $0.path == .neither }, "both": \.isBoth, "reached contacts": \.reachedTeam,
        "sessions": { $0.path == .aiOnly || $0.isBoth }, "handed_off": \.isHandedOff,
        "ai_later": { $0.path == .aiThenTeam && !$0.isHandedOff }, "answered agents": \.isAnswered,
        "unanswered": { $0.reachedTeam && !$0.isAnswered },
        "handed_off_answered": { $0.isHandedOff && $0.isAnswered },
        "ai_later_answered": { $0.path == .aiThenTeam && !$0.isHandedOff && $0.isAnswered },
        "team_then_ai_answered": { $0.path == .teamThenAI && $0.isAnswered },
        "team_only_answered contacts_only_answered": { $0.path == .teamOnly && $0.isAnswered },
        "both_answered": { $0.isBoth && $0.isAnswered },
      ])
  }

  static var reopens: CellSplit {
    CellSplit(
      ReopenClass.all,
      of: { fact in
        ReopenClass(
          isReopened: !fact.group.reopens.isEmpty, byCustomer: fact.isReopened(by: .customer),
          byTeam: fact.isReopened(by: .agent))
      },
      columns: [
        "reopened": \.isReopened, "reopened_by_customer": \.byCustomer, "reopened_by_team": \.byTeam,
      ])
  }

  static var channelCounts: CellSplit {
    CellSplit([false, true], of: { $0.group.channels.count > 1 }, columns: ["multichannel": { $0 }])
  }

  /// An open one has no closer.
  static var closers: CellSplit {
    CellSplit(
      ClosedTally.Closer.allCases.map { Optional($0) } + [nil], of: \.closer,
      columns: [
        "closed_by_agent": { $0 == .agent }, "closed_by_customer": { $0 == .customer }, "closed_by_ai": { $0 == .ai },
        "closed_by_system": { $0 == .system }, "closed_by_window": { $0 == .window },
      ])
  }
}

/// How a Contact began, and whether an agent wrote in it.
private struct OriginClass: Hashable, Sendable {
  var origin: Groups.ContactOrigin
  var isAnswered: Bool

  static let all = Groups.ContactOrigin.allCases.flatMap { origin in
    [true, false].map { OriginClass(origin: origin, isAnswered: $0) }
  }

  var isInbound: Bool { origin != .outbound }
}

extension CellSplit<ContactFact> {
  static var origins: CellSplit {
    CellSplit(
      OriginClass.all, of: { OriginClass(origin: $0.group.origin, isAnswered: $0.answered) },
      columns: [
        "contacts ended messages handling_median handling_p90": { _ in true }, "inbound": \.isInbound,
        "outbound": { !$0.isInbound }, "handed_off": { $0.origin == .handoff }, "direct": { $0.origin == .direct },
        "answered agents": \.isAnswered, "unanswered": { !$0.isAnswered },
        "first_replies first_reply_median first_reply_p90": { $0.isInbound && $0.isAnswered },
      ])
  }

  static var ends: CellSplit {
    CellSplit(
      Groups.ContactEnd.allCases.map { Optional($0) } + [nil], of: \.group.endReason,
      columns: [
        "ended_by_ended": { $0 == .ended }, "ended_by_closed": { $0 == .closed },
        "ended_by_inactivity": { $0 == .inactivity }, "ended_by_lapsed": { $0 == .lapsed },
        "ended_by_window": { $0 == .window },
      ])
  }
}

extension CellSplit<SessionFact> {
  static var outcomes: CellSplit {
    CellSplit(
      Groups.Session.Outcome.allCases, of: \.group.outcome,
      columns: [
        "sessions active": { _ in true }, "handed_off rate": { $0 == .handedOff },
        "ended_in_ai": { $0 == .endedInAI }, "did_not_respond": { $0 == .didNotRespond },
        "in_progress": { $0 == .inProgress },
      ])
  }
}
