import Events
import Grouping

/// Makes a failing history small: drops events and simplifies what is left for as long as it still fails.
struct OracleShrinker {
  let fails: (OracleHistory) -> Bool

  func shrink(_ history: OracleHistory) -> OracleHistory {
    var smallest = history
    while let smaller = candidates(from: smallest).first(where: fails) { smallest = smaller }
    return smallest
  }

  private func candidates(from history: OracleHistory) -> [OracleHistory] {
    let fewer = history.events.indices.map { index in
      changed(history) { $0.events.remove(at: index) }
    }
    let plainer = history.events.indices.flatMap { index in
      [
        changed(history) { $0.events[index].to = nil },
        changed(history) { $0.events[index].conversation = "" },
        changed(history) { $0.events[index].actorID = "" },
        changed(history) { $0.events[index].channel = "" },
        changed(history) { $0.events[index].brand = "" },
      ]
    }
    let defaults = Rules()
    let plainRules = [
      changed(history) { $0.rules.anchor = defaults.anchor },
      changed(history) { $0.rules.contactTimeout = nil },
      changed(history) { $0.rules.routes = [:] },
      changed(history) { $0.rules.route = .responder },
      changed(history) { $0.rules.conversationIDs = .trust },
      changed(history) { $0.givenAsOf = nil },
    ]
    return (fewer + plainRules + plainer).filter { $0 != history && !$0.events.isEmpty }
  }

  private func changed(_ history: OracleHistory, _ change: (inout OracleHistory) -> Void) -> OracleHistory {
    var copy = history
    change(&copy)
    return copy
  }
}
