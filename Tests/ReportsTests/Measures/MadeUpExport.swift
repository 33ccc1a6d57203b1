import Files
import Reports
import TestSupport
import Time

/// Events that chance made, the same for the same seed: some weeks of customers on several channels and brands.
struct MadeUpExport {
  let seed: UInt64

  /// In New York, over the night in which the clock goes back (2 November 2025).
  func example() throws -> Example {
    let zone = try Zone.load("America/New_York") { try? DiskFileSource().read("/usr/share/zoneinfo/" + $0) }
    return try Example(["events.csv": csv], zone: zone, first: "2025-10-18", last: "2025-11-14")
  }

  var csv: String {
    var chance = SeededNumbers(seed: seed)
    var lines = ["id,brand,customer,at,kind,actor,channel,actor_id,to"]
    for customer in 0..<60 {
      let brand = "b\(customer % 3)"
      var at = first.milliseconds + Int64(chance.below(20 * 86_400)) * 1000
      for event in 0..<(4 + chance.below(30)) {
        at += Int64(chance.below(10) < 8 ? chance.below(1800) : chance.below(200_000)) * 1000 + Int64(chance.below(3))
        let (kind, actor) = kinds[chance.below(kinds.count)]
        let channel = ["chat", "email", "voice", ""][chance.below(4)]
        let agent = actor == "agent" ? "g\(chance.below(4))" : ""
        let lane = actor == "customer" ? ["ai", "team", ""][chance.below(3)] : ""
        lines.append(
          "e\(customer)-\(event),\(brand),c\(customer),\(Instant(milliseconds: at)),\(kind),\(actor),\(channel),"
            + "\(agent),\(lane)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var first: Instant { Instant(milliseconds: 1_760_000_000_000) }

  private var kinds: [(String, String)] {
    [
      ("message", "customer"), ("message", "customer"), ("message", "ai"), ("message", "ai"), ("message", "agent"),
      ("message", "agent"), ("handoff", "ai"), ("contact_ended", "agent"), ("session_ended", "system"),
      ("conversation_closed", "agent"), ("conversation_reopened", "agent"), ("note", "agent"),
    ]
  }
}
