import Diagnostics
import Reports
import SQL
import Testing
import Time

/// Measures in SQL that mean the same as built-in ones, run over a made-up export.
@Suite struct MeasureDatabaseTests {
  /// A built-in measure, and the same in SQL.
  private static let pairs: [(builtIn: String, unit: String, anchor: String, format: String, sql: String, n: String?)] =
    [
      ("conversations", "conversation", "start", "count", "count(*)", nil),
      ("conversations_ai_only", "conversation", "start", "count", "sum(path = 'AI only')", nil),
      ("conversations_answered", "conversation", "start", "count", "sum(answered)", nil),
      ("conversations_reopened", "conversation", "start", "count", "sum(reopens > 0)", nil),
      ("conversations_closed", "conversation", "close", "count", "count(*)", nil),
      ("conversation_length", "conversation", "close", "duration", "median(close_seconds)", "count(close_seconds)"),
      ("sessions", "session", "start", "count", "count(*)", nil),
      ("sessions_handed_off", "session", "start", "count", "sum(outcome = 'handed off')", nil),
      ("session_active", "session", "start", "duration", "median(active_seconds)", "count(*)"),
      ("handoff_rate", "session", "start", "percent", "avg(outcome = 'handed off')", "count(*)"),
      ("contacts", "contact", "end", "count", "count(*)", nil),
      ("contacts_answered", "contact", "end", "count", "sum(answered)", nil),
      ("first_reply", "contact", "end", "duration", "median(first_reply_seconds)", "count(first_reply_seconds)"),
      ("handling", "contact", "end", "duration", "median(handle_seconds)", "count(handle_seconds)"),
    ]

  private static let site = pairs.map { pair in
    let n = pair.n.map { ", n: \"\($0)\"" } ?? ""
    return "sql_\(pair.builtIn): {title: T, sentence: S, unit: \(pair.unit), anchor: \(pair.anchor), "
      + "format: \(pair.format), sql: \"\(pair.sql)\"\(n)}\n"
  }.joined()

  let context: ReportContext
  let engine: MeasureEngine

  init() throws {
    context = try MadeUpExport(seed: 7).example().context
    let empty = try GroupDatabase.empty()
    let book = try MeasureBooks.builtIn(with: MeasureDatabaseTests.site, queries: empty)
    // Only what the statements announce is there.
    var reads: [String: Set<String>] = [:]
    for statement in book.statements(of: MeasureDatabaseTests.pairs.map { "sql_" + $0.builtIn }) {
      reads.merge(try empty.shape(of: statement).reads) { $0.union($1) }
    }
    let data = GroupData(context)
    engine = MeasureEngine(book: book, queries: try GroupDatabase(data, jobs: 1).load(reads: reads))
  }

  private func names(_ prefix: String, having dimension: MeasureDimension?) -> [String] {
    MeasureDatabaseTests.pairs.map { $0.builtIn }
      .filter { name in dimension.map { engine.book.supports("sql_" + name, $0) } ?? true }.map { prefix + $0 }
  }

  @Test func readsTheSameInTotal() throws {
    let kept = [
      [], [MeasureFilter(.channel, "chat")], [MeasureFilter(.brand, "b1"), MeasureFilter(.weekday, "3")],
    ]
    for filters in kept {
      let scope = MeasureScope(context.page.period, filters: filters)
      let expected = try engine.readings(names("", having: nil), scope, context)
      #expect(try engine.readings(names("sql_", having: nil), scope, context) == expected, "\(filters)")
    }
  }

  @Test func breaksDownAlike() throws {
    for dimension in MeasureDimension.allCases { try breaksDownAlike(by: dimension) }
  }

  private func breaksDownAlike(by dimension: MeasureDimension) throws {
    let scope = MeasureScope(context.page.period)
    let expected = try engine.breakdown(names("", having: dimension), by: dimension, scope, context)
    let found = try engine.breakdown(names("sql_", having: dimension), by: dimension, scope, context)
    #expect(!expected.rows.isEmpty)
    #expect(found.rows.map(\.key) == expected.rows.map(\.key))
    for (a, b) in zip(found.rows, expected.rows) { #expect(a.readings == b.readings, "\(dimension) \(a.key)") }
    #expect(found.total == expected.total)
  }

  @Test func keepsTheContactsOfAnAgent() throws {
    let scope = MeasureScope(context.page.period, filters: [MeasureFilter(.agent, "g1")])
    let names = ["contacts", "first_reply"]
    let expected = try engine.readings(names, scope, context)
    #expect(expected[0].value != .count(0))
    #expect(try engine.readings(names.map { "sql_" + $0 }, scope, context) == expected)
  }

  @Test func worksOutFormulasOfBothKinds() throws {
    let book = try MeasureBooks.builtIn(
      with: MeasureDatabaseTests.site
        + "half: {title: T, sentence: S, formula: sql_sessions_handed_off / sessions, minimum: 3, interval: wilson}\n"
        + "twice: {title: T, sentence: S, formula: sql_contacts * 2, minimum: 1}\n",
      queries: try GroupDatabase.empty())
    let engine = MeasureEngine(book: book, queries: self.engine.queries)
    let names = ["half", "handoff_rate", "twice", "contacts"]
    let readings = try engine.readings(names, MeasureScope(context.page.period), context)
    #expect(readings[0].value == readings[1].value && readings[0].n == readings[1].n && readings[0].interval != nil)
    #expect(readings[2].isEnough && readings[2].text(.count, context.words) != "0")
  }

  @Test func tellsAMeasureThatDidNotRun() throws {
    let book = try MeasureBooks.builtIn(
      with: "bad: {title: T, sentence: S, unit: contact, anchor: end, format: number, "
        + "sql: 'percentile(messages, 900)'}",
      queries: try GroupDatabase.empty())
    let engine = MeasureEngine(book: book, queries: self.engine.queries)
    let error = #expect(throws: Diagnostics.self) {
      try engine.readings(["bad"], MeasureScope(context.page.period), context)
    }
    #expect(error?.description.hasPrefix("site.yml:1:1: error: `bad` could not be worked out: ") == true)
  }

  @Test func hasNoHourOfAnEnd() {
    #expect(!engine.book.supports("sql_contacts", .hour) && engine.book.supports("contacts", .hour))
    #expect(
      engine.book.mistake("sql_contacts", by: .hour, at: nil)?.summary
        == "the measure `sql_contacts` cannot be divided by `hour`: the database has no such column for a contact's end"
    )
  }
}
