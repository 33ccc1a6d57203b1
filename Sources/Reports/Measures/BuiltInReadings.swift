import Time

extension BuiltInMeasure {
  /// What a tally of the measure's own population says.
  func reading(_ tally: MeasureTally, _ context: ReportContext) -> MeasureReading {
    switch tally {
    case .started(let tally): reading(tally, context)
    case .closed(let tally): reading(tally)
    case .sessions(let tally): reading(tally)
    case .contacts(let tally): reading(tally)
    case .handoffs(let count, let waits):
      self == .handoffs ? .count(count) : self == .teamWait ? .median(waits) : .p90(waits)
    case .demand(let count): .count(count)
    }
  }
}

extension BuiltInMeasure {
  private func reading(_ tally: StartedTally, _ context: ReportContext) -> MeasureReading {
    let paths = tally.paths
    return switch self {
    case .conversations: .count(paths.total)
    case .conversationsAIOnly: .count(paths[.aiOnly])
    case .conversationsAIThenTeam: .count(paths[.aiThenTeam])
    case .conversationsTeamThenAI: .count(paths[.teamThenAI])
    case .conversationsTeamOnly: .count(paths[.teamOnly])
    case .conversationsNeither: .count(paths[.neither])
    case .conversationsReachedTeam: .count(paths.reachedTeam)
    case .conversationsAnswered: .count(paths.answered)
    case .conversationsUnanswered: .count(paths.unanswered)
    case .conversationsReopened: .count(paths.reopened)
    case .customers: .count(paths.customers)
    case .cameBack24h: back(tally, within: .hours(24), context)
    case .cameBack7d: back(tally, within: .days(7), context)
    default: .nothing
    }
  }

  private func back(_ tally: StartedTally, within length: Length, _ context: ReportContext) -> MeasureReading {
    let returns = ReturnTally(tally.positions, within: length, in: context.facts, asOf: context.asOf)
    return .share(returns.followed, of: returns.over)
  }

  private func reading(_ tally: ClosedTally) -> MeasureReading {
    switch self {
    case .conversationsClosed: .count(tally.closed)
    case .conversationsClosedReopened: .count(tally.reopened)
    case .conversationsClosedMultichannel: .count(tally.multichannel)
    case .conversationLength: .median(tally.toLastClose)
    case .conversationLengthP90: .p90(tally.toLastClose)
    case .firstClose: .median(tally.toFirstClose)
    case .firstCloseP90: .p90(tally.toFirstClose)
    case .sessionsPerConversation: .quotient(tally.sessions, tally.closed)
    case .contactsPerConversation: .quotient(tally.contacts, tally.closed)
    default: .nothing
    }
  }

  private func reading(_ tally: SessionTally) -> MeasureReading {
    switch self {
    case .sessions: .count(tally.count)
    case .sessionsHandedOff: .count(tally.handedOff)
    case .sessionsEndedInAI: .count(tally.endedInAI)
    case .sessionsDidNotRespond: .count(tally.didNotRespond)
    case .sessionsInProgress: .count(tally.inProgress)
    case .sessionActive: .median(tally.active)
    case .sessionActiveP90: .p90(tally.active)
    default: .nothing
    }
  }

  private func reading(_ tally: ContactTally) -> MeasureReading {
    switch self {
    case .contacts: .count(tally.ended)
    case .contactsAnswered: .count(tally.answered)
    case .contactsUnanswered: .count(tally.unanswered)
    case .contactsAfterHandoff: .count(tally.handedOff)
    case .contactsDirect: .count(tally.direct)
    case .contactsOutbound: .count(tally.outbound)
    case .firstReply: .median(tally.firstReplies)
    case .firstReplyP90: .p90(tally.firstReplies)
    case .handling: .median(tally.handling)
    case .handlingP90: .p90(tally.handling)
    case .messagesPerContact: .quotient(tally.messages, tally.ended)
    default: .nothing
    }
  }
}

extension MeasureReading {
  static let nothing = MeasureReading(.nothing)

  static func count(_ n: Int) -> MeasureReading { MeasureReading(.count(n)) }

  /// Nothing where the whole is empty.
  static func share(_ part: Int, of whole: Int) -> MeasureReading {
    MeasureReading(whole == 0 ? .nothing : .share(part, of: whole), n: whole)
  }

  static func quotient(_ sum: Int, _ count: Int) -> MeasureReading {
    MeasureReading(count == 0 ? .nothing : .quotient(sum, count), n: count)
  }

  static func median(_ sample: Sample<Length>) -> MeasureReading { length(sample.median, n: sample.count) }

  static func p90(_ sample: Sample<Length>) -> MeasureReading { length(sample.p90, n: sample.count) }

  private static func length(_ length: Length?, n: Int) -> MeasureReading {
    MeasureReading(length.map { .length($0) } ?? .nothing, n: n)
  }
}
