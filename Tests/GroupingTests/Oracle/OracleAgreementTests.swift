import Grouping
import Testing

/// The engine against its slow twin, on random small histories.
@Suite struct OracleAgreementTests {
  @Test(arguments: 0..<8) func agreesWithTheEngineOnRandomHistories(part: UInt64) {
    let first = part * 4_000
    for seed in first..<first + 4_000 {
      let history = OracleGenerator.history(seed: seed)
      guard disagrees(history) else { continue }
      Issue.record("\(report(OracleShrinker(fails: disagrees).shrink(history), seed: seed))")
      return
    }
  }

  private func disagrees(_ history: OracleHistory) -> Bool {
    history.parties.contains { history.oracle($0) != engine($0, history) }
  }

  private func engine(_ party: OracleHistory.Party, _ history: OracleHistory) -> OracleGroups {
    OracleEngine.group(history.records(of: party), rules: history.rules, asOf: history.asOf)
  }

  private func report(_ history: OracleHistory, seed: UInt64) -> String {
    var text = "seed \(seed), shrunk:\n\(history)"
    for party in history.parties {
      let (oracle, engine) = history.oracle(party).differences(from: engine(party, history))
      text += "\noracle:\n  " + oracle.joined(separator: "\n  ")
      text += "\nengine:\n  " + engine.joined(separator: "\n  ")
    }
    return text
  }
}
