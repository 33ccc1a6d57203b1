import Grouping
import Time

/// What built-in measures are of: facts of one kind, placed in time by one instant. One pass over a population's facts
/// serves all measures of it.
enum MeasurePopulation: CaseIterable, Sendable {
  case conversationsStarted, conversationsClosed, sessionsStarted, contactsEnded
  /// Contacts that a hand-off began, by the start of their Conversation.
  case handoffs
  /// Contacts, and Conversations that the AI handled alone, by the start of the Conversation.
  case demand
}

extension MeasurePopulation {
  var unitAndAnchor: (Measure.Unit, Measure.Anchor) {
    switch self {
    case .conversationsStarted: (.conversation, .start)
    case .conversationsClosed: (.conversation, .close)
    case .sessionsStarted: (.session, .start)
    case .contactsEnded: (.contact, .end)
    case .handoffs: (.contact, .conversation)
    case .demand: (.demand, .start)
    }
  }

  /// Agents write in Contacts: no other unit is an agent's.
  func supports(_ dimension: MeasureDimension) -> Bool { dimension != .agent || unitAndAnchor.0 == .contact }

  /// What a fact of the population is, for dimensions and filters.
  struct Traits {
    var at: Instant
    var party: Int
    var channel: UInt16
    /// Nil for a unit that no agent writes in.
    var agents: Slice<FactColumn<UInt32>>?
  }
}

/// Facts counted together, ready to be asked for measures.
enum MeasureTally: Sendable {
  case started(StartedTally)
  case closed(ClosedTally)
  case sessions(SessionTally)
  case contacts(ContactTally)
  case handoffs(count: Int, waits: Sample<Length>)
  case demand(Int)
}

/// Conversations that began, with those that came back counted only if asked.
struct StartedTally: Sendable {
  let positions: [UInt32]
  let paths: PathTally
}

extension MeasurePopulation {
  /// The population's facts of a period, divided and counted.
  func tallies(_ split: MeasureSplit, _ scope: MeasureScope, _ context: ReportContext) -> MeasureCells<MeasureTally> {
    let facts = context.facts
    let period = scope.period
    switch self {
    case .conversationsStarted:
      return split.cells(context.conversations(startedIn: period)) { $0.traits(at: $0.group.startedAt) }
        .mapped { .started(StartedTally(positions: $0.positions, paths: PathTally($0))) }
    case .conversationsClosed:
      return split.cells(context.conversations(closedIn: period)) { fact in
        fact.traits(at: fact.group.closedAt ?? fact.group.startedAt)
      }.mapped { .closed(ClosedTally($0)) }
    case .sessionsStarted:
      return split.cells(context.sessions(in: period)) { $0.traits }.mapped { .sessions(SessionTally($0)) }
    case .contactsEnded:
      return split.cells(context.contacts(endedIn: period)) {
        facts.traits($0, at: $0.group.endedAt ?? $0.group.startedAt)
      }
      .mapped { .contacts(ContactTally($0, facts)) }
    case .handoffs:
      let contacts = context.contacts(inConversationsStartedIn: period).filter { $0.group.origin == .handoff }
      return split.cells(contacts) { facts.traitsByConversation($0) }
        .mapped { .handoffs(count: $0.count, waits: Sample($0.compactMap(\.firstReply))) }
    case .demand: return demand(split, period, context)
    }
  }

  /// Of no facts at all.
  var nothing: MeasureTally {
    switch self {
    case .conversationsStarted: .started(StartedTally(positions: [], paths: PathTally()))
    case .conversationsClosed: .closed(ClosedTally([] as [ConversationFact]))
    case .sessionsStarted: .sessions(SessionTally([] as [SessionFact]))
    case .contactsEnded: .contacts(ContactTally([] as [ContactFact], Facts()))
    case .handoffs: .handoffs(count: 0, waits: Sample([]))
    case .demand: .demand(0)
    }
  }

  private func demand(_ split: MeasureSplit, _ period: Period, _ context: ReportContext) -> MeasureCells<MeasureTally> {
    let facts = context.facts
    let contacts = context.contacts(inConversationsStartedIn: period)
    let alone = context.conversations(startedIn: period).filter { $0.path == .aiOnly }
    // A Contact's position is told from a Conversation's by its sign.
    let units = contacts.positions.map { ~Int($0) } + alone.positions.map { Int($0) }
    return split.cells(units) { unit in
      unit < 0 ? facts.traitsByConversation(facts.contacts[~unit]) : facts.traits(conversation: unit)
    }.mapped { .demand($0.count) }
  }
}

extension ConversationFact {
  fileprivate func traits(at instant: Instant) -> MeasurePopulation.Traits {
    .init(at: instant, party: party, channel: channel)
  }
}

extension SessionFact {
  fileprivate var traits: MeasurePopulation.Traits {
    .init(at: group.startedAt, party: party, channel: group.channel)
  }
}

extension Facts {
  fileprivate func traits(conversation position: Int) -> MeasurePopulation.Traits {
    conversations[position].traits(at: conversations[position].group.startedAt)
  }

  fileprivate func traitsByConversation(_ contact: ContactFact) -> MeasurePopulation.Traits {
    traits(contact, at: conversations[contact.group.conversation].group.startedAt)
  }

  fileprivate func traits(_ contact: ContactFact, at instant: Instant) -> MeasurePopulation.Traits {
    .init(at: instant, party: contact.party, channel: contact.group.channel, agents: agents(of: contact))
  }
}
