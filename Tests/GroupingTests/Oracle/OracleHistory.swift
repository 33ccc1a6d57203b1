import Events
import Grouping
import Time

/// A small random history with its rules and as-of instant: what the oracle and the engine are both given.
struct OracleHistory: Equatable {
  var events: [OracleEvent] = []
  var rules = Rules()
  /// Nil: the latest event of all.
  var givenAsOf: Int64?

  var asOf: Int64 { givenAsOf ?? latest }

  /// The latest event, duplicates aside.
  var latest: Int64 { parties.flatMap { OracleOrder.sort(records(of: $0)) }.map(\.at).max() ?? 0 }

  /// Records of one customer at one brand.
  struct Party: Hashable {
    var brand: String
    var customer: String
  }

  var parties: [Party] {
    Set(events.map { Party(brand: $0.brand, customer: $0.customer) })
      .sorted { ($0.brand, $0.customer) < ($1.brand, $1.customer) }
  }

  func records(of party: Party) -> [OracleEvent] {
    events.filter { $0.brand == party.brand && $0.customer == party.customer }
  }

  func oracle(_ party: Party) -> OracleGroups { Oracle.group(records(of: party), rules: rules, asOf: asOf) }

  /// What the engine finds, without a reader.
  func engine(_ party: Party) -> OracleGroups { OracleEngine.group(records(of: party), rules: rules, asOf: asOf) }
}

extension OracleHistory: CustomStringConvertible {
  /// Rules, as-of instant and events in order, one a line.
  var description: String {
    let ordered = events.sorted { ($0.at, $0.id, $0.place) < ($1.at, $1.id, $1.place) }
    let lines = ordered.map { event in
      "  \(event.at) \(event.id) \(event.kind.name) by \(event.actor.name) on \"\(event.channel)\""
        + (event.to.map { " to \($0)" } ?? "")
        + (event.conversation.isEmpty ? "" : " conversation \(event.conversation)")
        + (event.actorID.isEmpty ? "" : " actor id \(event.actorID)")
        + " [\(event.brand)/\(event.customer), place \(event.place)]"
    }
    return (["  \(rulesText)", "  as of \(asOf)\(givenAsOf == nil ? "" : " (given)")"] + lines).joined(separator: "\n")
  }

  private var rulesText: String {
    func text(_ length: Length?) -> String { length.map { "\($0.milliseconds)" } ?? "none" }
    let routes = rules.routes.keys.sorted().map { "\"\($0)\"=\(rules.routes[$0]?.rawValue ?? "")" }
    return "window \(text(rules.window)) anchor \(rules.anchor) session \(text(rules.sessionTimeout)) contact "
      + "\(text(rules.contactTimeout)) quiet \(text(rules.quiet)) route \(rules.route) routes \(routes) ids "
      + "\(rules.conversationIDs)"
  }
}
