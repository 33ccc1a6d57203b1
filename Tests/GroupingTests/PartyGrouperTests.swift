import Events
import Files
import Grouping
import Testing
import Time

@Suite struct PartyGrouperTests {
  private let store: EventStore
  private let rules: RuleSet
  private let asOf = Instant(milliseconds: 1_767_225_600_000) + .hours(48)

  init() throws {
    let lines = ["acme", "", "zeta", "acme"].enumerated().map { customer, brand in
      ["00:00", "05:00", "30:00"].enumerated().map { place, clock in
        let hours = Int(clock.prefix(2)) ?? 0
        return """
          {"id":"\(customer)-\(place)","brand":"\(brand)","customer":"c\(customer)","kind":"message","actor":"customer",\
          "channel":"chat","at":"2026-01-0\(1 + hours / 24)T\(hours % 24 < 10 ? "0" : "")\(hours % 24):00:00Z"}
          """
      }
    }
    let file = lines.flatMap { $0 }.joined(separator: "\n")
    store = try ExportReader(source: MemoryFileSource(["events.jsonl": file]), jobs: 1) { _ in [] }
      .read([DataEntry(path: "events.jsonl")])
    rules = try RuleSet(base: [], brands: ["acme": [("window", "4h"), ("quiet", "1h")], "zeta": [("window", "none")]])
  }

  /// Whatever order parties come in, each is grouped as by a grouper of its own.
  @Test(arguments: [[0, 1, 2, 3], [3, 0, 2, 1], [1, 1, 0, 0, 3, 1]])
  func groupsEachPartyByItsBrandsRules(order: [Int]) {
    var grouper = PartyGrouper(store: store, rules: rules, asOf: asOf)
    var (groups, alone) = (Groups(), Groups())
    var counts: [String: Int] = [:]
    for index in order {
      let party = store.parties[index]
      let brand = store.name(party.brand)
      grouper.group(party, into: &groups)
      var own = Grouper(rules: rules.rules(for: brand), channels: store.channels)
      own.group(store.events(of: party), asOf: asOf, into: &alone)
      #expect(groups.assignments == alone.assignments)
      #expect(groups.conversations.map(\.closedAt) == alone.conversations.map(\.closedAt))
      counts[brand] = groups.conversations.count
    }
    let expected = ["": 2, "acme": 3, "zeta": 1]
    #expect(counts.allSatisfy { expected[$0.key] == $0.value })
  }

  @Test func leavesOutWhatComesAfterTheEnd() {
    var grouper = PartyGrouper(store: store, rules: rules, asOf: asOf - .hours(24))
    var groups = Groups()
    grouper.group(store.parties[0], into: &groups)
    #expect(groups.assignments.count == 2 && groups.later == 1)
  }
}
