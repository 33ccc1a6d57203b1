import Glibc
import Grouping
import Testing

/// The engine against its slow twin, on random small histories; `HISTORIES=200000` tries more of them than usual.
@Suite struct OracleAgreementTests {
  private static let parts: UInt64 = 8
  private static let histories = getenv("HISTORIES").flatMap { UInt64(String(cString: $0)) } ?? 20_000

  @Test(arguments: 0..<parts) func agreesWithTheEngineOnRandomHistories(part: UInt64) {
    let count = OracleAgreementTests.histories / OracleAgreementTests.parts
    for seed in part * count..<(part + 1) * count {
      let history = OracleGenerator.history(seed: seed)
      guard disagrees(history) else { continue }
      Issue.record("\(report(OracleShrinker(fails: disagrees).shrink(history), seed: seed))")
      return
    }
  }

  private func disagrees(_ history: OracleHistory) -> Bool {
    history.parties.contains { history.oracle($0) != history.engine($0) }
  }

  private func report(_ history: OracleHistory, seed: UInt64) -> String {
    var text = "seed \(seed), shrunk:\n\(history)"
    for party in history.parties {
      let (oracle, engine) = history.oracle(party).differences(from: history.engine(party))
      text += "\noracle:\n  " + oracle.joined(separator: "\n  ")
      text += "\nengine:\n  " + engine.joined(separator: "\n  ")
    }
    return text
  }
}
