import Files
import Grouping
import Reports
import Time

@testable import Events

/// An export given as the text of a neutral JSONL file, and what `group` writes of it.
struct GroupTablesCase {
  let export: String
  var rules = RuleSet()
  /// Nil: the latest event.
  var asOf: Instant?
  /// How many bytes of the data make a range of customers; nil: all are in one store.
  var rangeSize: Int?

  init(_ export: String, rules: RuleSet = RuleSet(), asOf: Instant? = nil, rangeSize: Int? = nil) {
    self.rangeSize = rangeSize
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
    let source = try events()
    let latest = try source.latestEvent() ?? Instant(milliseconds: 0)
    return try GroupTables(tables: tables, format: format).write(
      source, rules: rules, asOf: asOf ?? latest, jobs: jobs, to: sink
    ).counts
  }

  private func events() throws -> any EventSource {
    let source = MemoryFileSource(["events.jsonl": export])
    var reader = ExportReader(source: source, jobs: 1, aiActors: { _ in [] })
    guard let rangeSize else { return WholeExport(try reader.read([DataEntry(path: "events.jsonl")])) }
    reader.rangeSize = rangeSize
    return try reader.readRanges([DataEntry(path: "events.jsonl")])
  }
}
