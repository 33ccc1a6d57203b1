import Events
import Files
import Grouping
import Testing
import Time

@testable import Reports

@Suite struct FactsGroupingTests {
  private let store: EventStore
  private let asOf: Instant
  private let oneThread: [String]

  init() throws {
    let source = MemoryFileSource(["data/events.jsonl": FactsGroupingTests.export])
    store = try ExportReader(source: source, jobs: 1) { _ in [] }.read([DataEntry(path: "data")])
    asOf = try #require(Instant("2026-05-04T12:00:00Z"))
    oneThread = try Facts.grouping(store, rules: RuleSet(), asOf: asOf, jobs: 1).lines
  }

  @Test func hasSeveralRunsToDivide() {
    #expect(store.partyRuns.count == 3)
    #expect(store.partyRuns.flatMap { Array($0) } == Array(store.parties.indices))
  }

  /// The reference adds one party after another, without runs to merge.
  @Test func findsWhatOneThreadFindsPartyByParty() throws {
    let facts = Facts()
    var groups = Groups()
    for (index, party) in store.parties.enumerated() {
      var grouper = Grouper(rules: RuleSet().rules(for: store.name(party.brand)), channels: store.channels)
      grouper.group(store.events(of: party), asOf: asOf, into: &groups)
      try facts.add(groups, party: index, events: store.events(of: party))
    }
    #expect(facts.sessions.count >= 90 && facts.contacts.count >= 90 && facts.anomalies.count == 90)
    #expect(facts.later == 90)
    #expect(facts.lines == oneThread)
  }

  @Test(arguments: [2, 5]) func findsTheSameWithMoreThreads(jobs: Int) throws {
    #expect(try Facts.grouping(store, rules: RuleSet(), asOf: asOf, jobs: jobs).lines == oneThread)
  }

  /// The parties cut into chunks at random, which come in any order.
  @Test(arguments: UInt64(0)..<20) func mergesChunksOfAnySize(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var chunks: [Facts] = []
    var groups = Groups()
    for (index, party) in store.parties.enumerated() {
      if chunks.isEmpty || random.below(8) == 0 { chunks.append(Facts()) }
      var grouper = Grouper(rules: RuleSet().rules(for: store.name(party.brand)), channels: store.channels)
      grouper.group(store.events(of: party), asOf: asOf, into: &groups)
      try chunks[chunks.count - 1].add(groups, party: index, events: store.events(of: party))
    }
    let merger = FactsMerger(inMemory: seed.isMultiple(of: 2) ? 0 : .max)
    var waiting = Array(chunks.enumerated())
    while !waiting.isEmpty {
      let (number, facts) = waiting.remove(at: random.below(waiting.count))
      merger.put(facts, chunk: number)
    }
    #expect(try merger.finish().lines == oneThread, "seed \(seed)")
  }

  @Test func findsNothingInNothing() throws {
    #expect(try Facts.grouping(EventStore(), rules: RuleSet(), asOf: asOf, jobs: 5).lines == Facts().lines)
  }

  /// A limit of nothing: every column that outgrows its first page goes to a file.
  @Test func findsTheSameInScratchFiles() throws {
    let facts = try Facts.grouping(store, rules: RuleSet(), asOf: asOf, jobs: 2, inMemory: 0)
    #expect(facts.lines == oneThread)
  }
}

extension FactsGroupingTests {
  /// 90 customers at two brands with 100 events each: an AI Session that is handed over, a long Contact, an end of
  /// nothing, and an event after the as-of instant.
  private static let export = (0..<90).map(history).joined()

  private static func history(of customer: Int) -> String {
    let talk = (0..<96).map { minute in
      ("message", minute.isMultiple(of: 2) ? "agent" : "customer", "10:\(minute / 2 + 10):\(minute % 2 * 3 + 10)")
    }
    let events =
      [("session_ended", "ai", "08:00:00"), ("message", "ai", "10:00:00"), ("handoff", "ai", "10:05:00")] + talk
      + [("message", "customer", "13:00:00")]
    return events.enumerated().map { index, event in
      """
      {"id":"\(customer)-\(index)","customer":"c\(customer)","brand":"b\(customer % 2)","channel":"chat",\
      "at":"2026-05-04T\(event.2)Z","kind":"\(event.0)","actor":"\(event.1)"}

      """
    }.joined()
  }
}

/// Numbers that look random, from a seed.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}

extension Facts {
  /// All that it holds, a line each.
  fileprivate var lines: [String] {
    parties.map { "\($0)" } + conversations.map { "\($0)" } + sessions.map { "\($0)" } + contacts.map { "\($0)" }
      + conversations.map { "\(channels(of: $0).map { $0 })" } + contacts.map { "\(agents(of: $0).map { $0 })" }
      + anomalies.map { "\($0)" } + ["\(later)"]
  }
}
