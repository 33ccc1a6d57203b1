import Events
import Files
import Time

/// Histories as an export's files: neutral events, a file for the earlier half of the places and one for the later.
struct OracleExport {
  private let histories: [OracleHistory]

  init(_ histories: [OracleHistory]) { self.histories = histories }
}

extension OracleExport {
  func read() throws -> EventStore {
    let source = MemoryFileSource([
      "export/events-1.jsonl": text(isLater: false), "export/events-2.jsonl": text(isLater: true),
    ])
    return try ExportReader(source: source, jobs: 2, aiActors: { _ in [] }).read([DataEntry(path: "export")])
  }

  /// A party's customer in the export: histories share it, so each has customers of its own.
  static func customer(_ name: String, of history: Int) -> String { "\(history)/\(name)" }

  private func text(isLater: Bool) -> String {
    histories.enumerated().map { index, history in
      history.events.sorted { $0.place < $1.place }.filter { ($0.place * 2 >= history.events.count) == isLater }
        .map { line($0, of: index) }.joined()
    }.joined()
  }

  private func line(_ event: OracleEvent, of history: Int) -> String {
    var fields = [
      ("id", event.id), ("customer", OracleExport.customer(event.customer, of: history)),
      ("at", Instant(milliseconds: event.at).description), ("kind", event.kind.name), ("actor", event.actor.name),
    ]
    let optional = [
      ("brand", event.brand), ("channel", event.channel), ("conversation", event.conversation),
      ("to", event.to.map { "\($0)" } ?? ""), ("actor_id", event.actorID),
    ]
    fields += optional.filter { !$0.1.isEmpty }
    return "{" + fields.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",") + "}\n"
  }
}
