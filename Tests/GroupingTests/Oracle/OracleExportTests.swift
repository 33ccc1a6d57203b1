import Events
import Grouping
import Testing

/// From files to groups: the reader's order and duplicates, and then the engine, against the oracle.
@Suite struct OracleExportTests {
  @Test func readsSortsAndGroupsAsTheOracleDoes() throws {
    let histories = (1_000_000..<1_001_000).map { OracleGenerator.history(seed: $0) }
    let store = try OracleExport(histories).read()
    #expect(store.summary.rejected.isEmpty)
    let parties = Dictionary(uniqueKeysWithValues: store.parties.map { (key($0, store), $0) })
    for (index, history) in histories.enumerated() {
      for party in history.parties {
        let customer = OracleExport.customer(party.customer, of: index)
        let stored = try #require(parties[party.brand + "\n" + customer], "seed \(1_000_000 + index)")
        let groups = OracleEngine.group(stored, of: store, rules: history.rules, asOf: history.asOf)
        let expected = history.oracle(party)
        #expect(groups == expected, "seed \(1_000_000 + index):\n\(history)\noracle:\n\(expected)\nread:\n\(groups)")
      }
    }
  }

  @Test func endsAnExportAtItsLatestStandingEvent() throws {
    for seed in 2_000_000..<2_000_100 {
      let history = OracleGenerator.history(seed: UInt64(seed))
      #expect(try OracleExport([history]).read().latest?.milliseconds == history.latest, "seed \(seed):\n\(history)")
    }
  }

  private func key(_ party: EventStore.Party, _ store: EventStore) -> String {
    store.name(party.brand) + "\n" + store.name(party.customer)
  }
}
