import Events
import Files
import Grouping
import Reports
import Time

/// An export given as the text of a neutral JSONL file, and what `group` writes of it.
struct GroupTablesCase {
  let export: String
  var rules = RuleSet()
  /// Nil: the latest event.
  var asOf: Instant?

  init(_ export: String, rules: RuleSet = RuleSet(), asOf: Instant? = nil) {
    self.export = export
    self.rules = rules
    self.asOf = asOf
  }
}

extension GroupTablesCase {
  func files(
    _ format: GroupTables.Format, _ tables: Set<GroupTables.Table> = Set(GroupTables.Table.allCases), jobs: Int = 2
  ) throws -> [String: String] {
    let sink = MemoryFileSink()
    _ = try write(format, tables, jobs: jobs, to: sink)
    return sink.files
  }

  func counts(_ format: GroupTables.Format) throws -> GroupTables.Counts {
    try write(format, Set(GroupTables.Table.allCases), jobs: 2, to: MemoryFileSink())
  }

  func write(
    _ format: GroupTables.Format, _ tables: Set<GroupTables.Table>, jobs: Int, to sink: any FileSink
  ) throws -> GroupTables.Counts {
    let store = try read()
    let latest = store.events.map(\.at).max() ?? Instant(milliseconds: 0)
    return try GroupTables(tables: tables, format: format).write(
      store: store, rules: rules, asOf: asOf ?? latest, jobs: jobs, to: sink)
  }

  private func read() throws -> EventStore {
    let source = MemoryFileSource(["events.jsonl": export])
    return try ExportReader(source: source, jobs: 1, aiActors: { _ in [] }).read([DataEntry(path: "events.jsonl")])
  }
}
