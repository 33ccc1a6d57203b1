import Diagnostics
import Reports
import SQL
import Testing
import Time

/// Measures in SQL, over the real database.
@Suite struct MeasureSQLTests {
  private func mistakes(_ measures: String) throws -> String {
    MeasureBooks.mistakes(measures, queries: try GroupDatabase.empty())
  }

  @Test(arguments: [
    (
      "fast: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: sum(first_reply_second < 300)}",
      """
      measures.yml:1:83: error: no such column: first_reply_second
        fast: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: sum(first_reply_second < 300)}
                                                                                          ^
      = help: did you mean `first_reply_seconds`?
      """
    ),
    (
      """
      fast:
        title: T
        sentence: S
        unit: contact
        anchor: end
        format: count
        # Both sides of it.
        sql: |  # a comment
          sum(answered)
            + count(*) filter
          (where inboud)
      """,
      """
      measures.yml:11:12: error: no such column: inboud
            (where inboud)
                   ^
      = help: did you mean `inbound`?
      """
    ),
    (
      "fast: {title: T, sentence: S, unit: session, anchor: start, format: count, sql: 'sum(outcome == ''x'') +* 2'}",
      """
      measures.yml:1:105: error: near "*": syntax error
        fast: {title: T, sentence: S, unit: session, anchor: start, format: count, sql: 'sum(outcome == ''x'') +* 2'}
                                                                                                                ^
      = help: SQLite stopped here; the mistake may stand a word earlier
      """
    ),
    (
      "fast: {title: T, sentence: S, unit: contact, anchor: end, format: number, sql: first_reply_seconds}",
      """
      measures.yml:1:80: error: `first_reply_seconds` gives a value for each contact, expected an aggregate over all
        fast: {title: T, sentence: S, unit: contact, anchor: end, format: number, sql: first_reply_seconds}
                                                                                       ^
      = help: write `count(*)`, or put it into `sum(…)`, `avg(…)` or `median(…)`
      """
    ),
    (
      "fast: {title: T, sentence: S, unit: contact, anchor: end, format: number, sql: 'count(*)', n: \"messages\"}",
      """
      measures.yml:1:96: error: `messages` gives a value for each contact, expected an aggregate over all
        fast: {title: T, sentence: S, unit: contact, anchor: end, format: number, sql: 'count(*)', n: "messages"}
                                                                                                       ^
      = help: write `count(*)`, or put it into `sum(…)`, `avg(…)` or `median(…)`
      """
    ),
    (
      "fast: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: count(started_at > :stat)}",
      """
      measures.yml:1:98: error: unknown parameter `:stat`, expected one of `:start`, `:end`, `:as_of`
        fast: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: count(started_at > :stat)}
                                                                                                         ^
      = help: did you mean `:start`?
      """
    ),
  ])
  func saysWhereSQLiteStops(measures: String, expected: String) throws {
    #expect(try mistakes(measures) == expected)
  }

  @Test func takesAComment() throws {
    let measures =
      "a: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: 'count(*) -- all of them'}"
    #expect(try mistakes(measures) == "no mistake")
  }

  @Test func refusesTwoColumns() throws {
    let measures =
      "a: {title: T, sentence: S, unit: contact, anchor: end, format: count, sql: 'count(*)), (sum(answered)'}"
    #expect(try mistakes(measures).contains("measures.yml:1:77: error: found 2 columns, expected one"))
  }
}
