import Diagnostics
import Grouping
import Reports
import Testing
import Time

/// Built-in measures against counts that go through all facts one by one.
@Suite struct MeasureRecountTests {
  /// How the units of a measure are counted naively.
  private struct Recount: Sendable {
    var name: String
    /// When each unit that counts was, and what it is.
    var units: @Sendable (ReportContext) -> [(at: Instant, party: Int, channel: UInt16, agents: [UInt32])]

    static func conversations(
      _ name: String, byClose: Bool = false, where counts: @escaping @Sendable (ConversationFact) -> Bool
    ) -> Recount {
      Recount(name: name) { context in
        context.facts.conversations.filter(counts).compactMap { fact in
          (byClose ? fact.group.closedAt : fact.group.startedAt).map { ($0, fact.party, fact.channel, []) }
        }
      }
    }

    static func sessions(_ name: String, where counts: @escaping @Sendable (SessionFact) -> Bool) -> Recount {
      Recount(name: name) { context in
        context.facts.sessions.filter(counts).map { ($0.group.startedAt, $0.party, $0.group.channel, []) }
      }
    }

    static func contacts(_ name: String, where counts: @escaping @Sendable (ContactFact) -> Bool) -> Recount {
      Recount(name: name) { context in
        context.facts.contacts.filter(counts).compactMap { fact in
          fact.group.endedAt.map { ($0, fact.party, fact.group.channel, Array(context.facts.agents(of: fact))) }
        }
      }
    }

    static func held(_ name: String, where counts: @escaping @Sendable (ContactFact) -> Bool) -> Recount {
      Recount(name: name) { context in
        context.facts.contacts.filter(counts).map { fact in
          let start = context.facts.conversations[fact.group.conversation].group.startedAt
          return (start, fact.party, fact.group.channel, Array(context.facts.agents(of: fact)))
        }
      }
    }
  }

  private static let recounts: [Recount] = [
    .conversations("conversations") { _ in true },
    .conversations("conversations_ai_only") { $0.path == .aiOnly },
    .conversations("conversations_ai_then_team") { $0.path == .aiThenTeam },
    .conversations("conversations_team_then_ai") { $0.path == .teamThenAI },
    .conversations("conversations_team_only") { $0.path == .teamOnly },
    .conversations("conversations_neither") { $0.path == .neither },
    .conversations("conversations_reached_team") { $0.group.contacts > 0 },
    .conversations("conversations_answered") { $0.answered },
    .conversations("conversations_unanswered") { $0.group.contacts > 0 && !$0.answered },
    .conversations("conversations_reopened") { !$0.group.reopens.isEmpty },
    .conversations("conversations_closed", byClose: true) { _ in true },
    .conversations("conversations_closed_reopened", byClose: true) { !$0.group.reopens.isEmpty },
    .conversations("conversations_closed_multichannel", byClose: true) { $0.group.channels.count > 1 },
    .sessions("sessions") { _ in true }, .sessions("sessions_handed_off") { $0.group.outcome == .handedOff },
    .sessions("sessions_ended_in_ai") { $0.group.outcome == .endedInAI },
    .sessions("sessions_did_not_respond") { $0.group.outcome == .didNotRespond },
    .sessions("sessions_in_progress") { $0.group.outcome == .inProgress },
    .contacts("contacts") { _ in true }, .contacts("contacts_answered") { $0.group.agentMessages > 0 },
    .contacts("contacts_unanswered") { $0.group.agentMessages == 0 },
    .contacts("contacts_after_handoff") { $0.group.origin == .handoff },
    .contacts("contacts_direct") { $0.group.origin == .direct },
    .contacts("contacts_outbound") { $0.group.origin == .outbound },
    .held("handoffs") { $0.group.origin == .handoff },
  ]

  private static let engine = Result { MeasureEngine(book: try MeasureBooks.builtIn(), queries: nil) }

  private func key(
    _ unit: (at: Instant, party: Int, channel: UInt16, agents: [UInt32]), _ dimension: MeasureDimension,
    _ context: ReportContext
  ) -> [String] {
    let (date, time) = context.zone.local(unit.at)
    return switch dimension {
    case .day: [date.description]
    case .week: [date.advanced(by: -date.weekday).description]
    case .month: [date.monthStart.description]
    case .weekday: [String(date.weekday + 1)]
    case .hour: [String(time / 3_600_000)]
    case .channel: [context.store.channels[Int(unit.channel)]]
    case .agent: unit.agents.map { context.store.name($0) }
    case .brand: [context.store.name(context.store.parties[unit.party].brand)]
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func countsAsOneByOne(seed: UInt64) throws {
    let context = try MadeUpExport(seed: seed).example().context
    let engine = try MeasureRecountTests.engine.get()
    let period = context.page.period
    let span = period.instants(in: context.zone)
    for dimension in MeasureDimension.allCases {
      let recounts = MeasureRecountTests.recounts.filter { engine.book.supports($0.name, dimension) }
      let breakdown = try engine.breakdown(recounts.map(\.name), by: dimension, MeasureScope(period), context)
      for (column, recount) in recounts.enumerated() {
        let units = recount.units(context).filter { span.contains($0.at) }
        #expect(breakdown.total[column].value == .count(units.count), "seed \(seed): \(recount.name)")
        var counts: [String: Int] = [:]
        for unit in units { for key in key(unit, dimension, context) { counts[key, default: 0] += 1 } }
        for row in breakdown.rows {
          let expected: MeasureValue = row.isCovered ? .count(counts.removeValue(forKey: row.key) ?? 0) : .nothing
          #expect(row.readings[column].value == expected, "seed \(seed): \(recount.name) by \(dimension), \(row.key)")
        }
        #expect(counts.isEmpty, "seed \(seed): \(recount.name) by \(dimension) lacks \(counts.keys.sorted())")
      }
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func addsUpWhereAUnitHasOneRow(seed: UInt64) throws {
    let context = try MadeUpExport(seed: seed).example().context
    let engine = try MeasureRecountTests.engine.get()
    let names = MeasureRecountTests.recounts.map(\.name) + ["demand"]
    for dimension in MeasureDimension.allCases where dimension != .agent {
      let breakdown = try engine.breakdown(names, by: dimension, MeasureScope(context.page.period), context)
      for (column, name) in names.enumerated() {
        let sum = breakdown.rows.reduce(0) { $0 + $1.readings[column].value.counted }
        #expect(breakdown.total[column].value == .count(sum), "seed \(seed): \(name) by \(dimension)")
      }
    }
  }

  @Test(arguments: [6] as [UInt64])
  func takesMediansOfWhatItCounts(seed: UInt64) throws {
    let context = try MadeUpExport(seed: seed).example().context
    let engine = try MeasureRecountTests.engine.get()
    let span = context.page.period.instants(in: context.zone)
    let ended = context.facts.contacts.filter { fact in fact.group.endedAt.map(span.contains) ?? false }
    let handling = ended.compactMap { fact in fact.group.endedAt.map { $0 - fact.group.startedAt } }.sorted()
    let messages = ended.reduce(0) {
      $0 + $1.group.customerMessages + $1.group.agentMessages + $1.group.aiMessages
    }
    let scope = MeasureScope(context.page.period)
    let readings = try engine.readings(
      ["handling", "handling_p90", "messages_per_contact", "demand"], scope, context)
    #expect(readings[0].value == .length(handling[(handling.count + 1) / 2 - 1]) && readings[0].n == handling.count)
    #expect(readings[1].value == .length(handling[(handling.count * 9 + 9) / 10 - 1]))
    #expect(readings[2].value == .quotient(messages, ended.count))
    let begun = context.facts.conversations.indices.filter {
      span.contains(context.facts.conversations[$0].group.startedAt)
    }
    let needs = begun.reduce(0) { sum, position in
      let group = context.facts.conversations[position].group
      return sum + (group.contacts > 0 ? group.contacts : group.sessions > 0 ? 1 : 0)
    }
    #expect(readings[3].value == .count(needs))
  }

  @Test func everyBuiltInMeasureSaysSomething() throws {
    let context = try MadeUpExport(seed: 8).example().context
    let engine = try MeasureRecountTests.engine.get()
    for measure in BuiltInMeasure.allCases {
      let reading = try engine.readings([measure.rawValue], MeasureScope(context.page.period), context)
      #expect(reading[0].value != .nothing, "\(measure.rawValue)")
    }
  }
}

extension MeasureValue {
  fileprivate var counted: Int {
    if case .count(let n) = self { return n }
    return 0
  }
}
