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
    oneThread = Facts(grouping: store, rules: RuleSet(), asOf: asOf, jobs: 1).lines
  }

  @Test func hasSeveralRunsToDivide() {
    #expect(store.partyRuns.count == 3)
    #expect(store.partyRuns.flatMap { Array($0) } == Array(store.parties.indices))
  }

  /// The reference adds one party after another, without runs to merge.
  @Test func findsWhatOneThreadFindsPartyByParty() {
    var facts = Facts()
    var groups = Groups()
    for (index, party) in store.parties.enumerated() {
      var grouper = Grouper(rules: RuleSet().rules(for: store.name(party.brand)), channels: store.channels)
      grouper.group(store.events(of: party), asOf: asOf, into: &groups)
      facts.add(groups, party: index, events: store.events(of: party))
    }
    #expect(facts.sessions.count >= 90 && facts.contacts.count >= 90 && facts.anomalies.count == 90)
    #expect(facts.later == 90)
    #expect(facts.lines == oneThread)
  }

  @Test(arguments: [2, 5]) func findsTheSameWithMoreThreads(jobs: Int) {
    #expect(Facts(grouping: store, rules: RuleSet(), asOf: asOf, jobs: jobs).lines == oneThread)
  }

  @Test func findsNothingInNothing() {
    #expect(Facts(grouping: EventStore(), rules: RuleSet(), asOf: asOf, jobs: 5).lines == Facts().lines)
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

extension Facts {
  /// All that it holds, a line each.
  fileprivate var lines: [String] {
    parties.map { "\($0)" } + conversations.map { "\($0)" } + sessions.map { "\($0)" } + contacts.map { "\($0)" }
      + anomalies.map { "\($0)" } + ["\(later)"]
  }
}
