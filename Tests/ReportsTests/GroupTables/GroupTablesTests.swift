import Files
import Grouping
import Testing
import Time

@testable import Events
@testable import Reports

/// Small exports beside the whole files that `group` makes of them.
@Suite struct GroupTablesTests {
  /// With the as-of instant, where it is not the latest event's.
  private static let fixtures: [(name: String, asOf: String?)] = [
    ("worked-example", nil),
    // Names that need quoting, orphans, a trusted id, open and retired groups, a second brand, an event too late.
    ("hard-export", "2026-05-04T11:00:00Z"),
  ]

  @Test(arguments: fixtures, GroupTables.Format.allCases)
  func writesTheExpectedFiles(of fixture: (name: String, asOf: String?), format: GroupTables.Format) throws {
    let folder = GroupTablesFixture(name: fixture.name)
    let files = try GroupTablesCase(try folder.export(), asOf: fixture.asOf.flatMap { Instant($0) }).files(format)
    try folder.record(files)
    let expected = try folder.expected(format)
    #expect(files.keys.sorted() == expected.keys.sorted())
    for (name, text) in expected { #expect(files[name] == text, "\(fixture.name)/expected/\(name)") }
  }

  @Test func countsRecordsByTable() throws {
    let export = try GroupTablesFixture(name: "hard-export").export()
    let counts = try GroupTablesCase(export, asOf: Instant("2026-05-04T11:00:00Z")).counts(.jsonl)
    #expect(
      counts
        == GroupTables.Counts(
          conversations: 3, sessions: 2, contacts: 3, events: 12, anomalies: 2, rejected: 0, later: 1))
  }

  @Test(arguments: [
    (
      GroupTables.Format.jsonl,
      #"{"file":"exports/a.csv","line":3,"offset":41,"reason":"no id","text":"x,\"y\""}"# + "\n"
    ),
    (.csv, "file,line,offset,reason,text\nexports/a.csv,3,41,no id,\"x,\"\"y\"\"\"\n"),
  ])
  func writesWhatWasRejected(format: GroupTables.Format, expected: String) throws {
    var summary = ReadSummary()
    summary.rejected = [
      ReadSummary.Rejected(file: "exports/a.csv", line: 3, offset: 41, reason: "no id", text: "x,\"y\"")
    ]
    let store = EventStore(summary: summary)
    let sink = MemoryFileSink()
    let (counts, _) = try GroupTables(tables: [.rejected], format: format).write(
      WholeExport(store), rules: RuleSet(), asOf: Instant(milliseconds: 0), jobs: 2, to: sink)
    #expect(sink.files == ["rejected.\(format.rawValue)": expected])
    #expect(counts.rejected == 1)
  }

  @Test func writesOnlyTheTablesAskedFor() throws {
    let tables: Set<GroupTables.Table> = [.sessions, .anomalies]
    let files = try GroupTablesCase(try GroupTablesFixture(name: "worked-example").export()).files(.csv, tables)
    #expect(files.keys.sorted() == ["anomalies.csv", "sessions.csv"])
  }

  @Test func writesTheSameBytesForAnyNumberOfJobs() throws {
    let export = GroupTablesCase(ManyCustomers.export(count: 1_500))
    let one = try export.files(.jsonl, jobs: 1)
    #expect(one["conversations.jsonl"]?.split(separator: "\n").count == 3_000)
    for jobs in [2, 3, 16] { #expect(try export.files(.jsonl, jobs: jobs) == one, "\(jobs) jobs") }
  }

  @Test(arguments: [1, 9_000, 1 << 30])
  func writesTheSameBytesForAnyNumberOfStores(rangeSize: Int) throws {
    let text = ManyCustomers.export(count: 1_500)
    let whole = try GroupTablesCase(text).files(.jsonl, jobs: 1)
    for jobs in [1, 2, 5] {
      #expect(try GroupTablesCase(text, rangeSize: rangeSize).files(.jsonl, jobs: jobs) == whole, "\(jobs) jobs")
    }
  }

  @Test(arguments: [1, 4])
  func failsWithAStoreThatCannotBeMade(jobs: Int) throws {
    let error = #expect(throws: FileError.self) {
      try GroupTables(tables: [.events], format: .csv).write(
        BrokenSource(), rules: RuleSet(), asOf: Instant(milliseconds: 0), jobs: jobs, to: MemoryFileSink())
    }
    #expect(error?.path == "scratch")
  }

  @Test(arguments: [nil, 1])
  func usesTheRulesOfEachBrand(rangeSize: Int?) throws {
    let export = """
      {"id":"a1","brand":"a","customer":"x","at":"2026-05-04T10:00:00Z","kind":"message","actor":"ai"}
      {"id":"a2","brand":"a","customer":"x","at":"2026-05-04T11:00:00Z","kind":"message","actor":"ai"}
      {"id":"b1","brand":"b","customer":"x","at":"2026-05-04T10:00:00Z","kind":"message","actor":"ai"}
      {"id":"b2","brand":"b","customer":"x","at":"2026-05-04T11:00:00Z","kind":"message","actor":"ai"}
      """
    let rules = try RuleSet(base: [], brands: ["b": [(key: "session_timeout", value: "30m")]])
    let files = try GroupTablesCase(export, rules: rules, rangeSize: rangeSize).files(.csv, [.sessions])
    let sessions = files["sessions.csv"] ?? ""
    let ids = sessions.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(ids == ["s:a1", "s:b1", "s:b2"])
  }
}

/// Stores of which the third cannot be read from its scratch file.
private struct BrokenSource: EventSource {
  let storeCount = 9

  func store(at index: Int) throws(FileError) -> EventStore {
    if index == 2 { throw FileError(.read, "scratch", code: 5) }
    return EventStore()
  }

  func latestEvent() -> Instant? { nil }
  func summary() -> ReadSummary { ReadSummary() }
}
