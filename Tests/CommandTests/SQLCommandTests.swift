import Foundation
import Testing

@Suite struct SQLCommandTests {
  private let space: Workspace

  init() throws {
    space = try Workspace()
    try space.write("events.jsonl", WorkedExample.events)
  }

  private func sql(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Result {
    try Program.run(["sql", "--data", "events.jsonl"] + arguments, in: space.path, environment: environment)
  }

  private static let query = "select id, outcome, duration_seconds, contact from sessions order by key"

  @Test func printsAnAlignedTable() throws {
    let result = try sql([Self.query])
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      result.output == """
        id    outcome      duration_seconds  contact
        ----  -----------  ----------------  -------
        s:e1  ended in AI              8100
        s:e4  handed off                600  k:e6

        """)
  }

  @Test func printsCSVAndJSON() throws {
    #expect(
      try sql([Self.query, "--format", "csv"]).output == """
        id,outcome,duration_seconds,contact
        s:e1,ended in AI,8100,
        s:e4,handed off,600,k:e6

        """)
    #expect(
      try sql([Self.query, "--format", "json"]).output == """
        [
          {"id": "s:e1", "outcome": "ended in AI", "duration_seconds": 8100, "contact": null},
          {"id": "s:e4", "outcome": "handed off", "duration_seconds": 600, "contact": "k:e6"}
        ]

        """)
    #expect(try sql(["select 1 as a where 0", "--format", "json"]).output == "[]\n")
  }

  @Test func keepsTextFromSteeringATerminalOrASheet() throws {
    let query = "select char(27) || '[31m' || char(8238) as \"a\tb\", '=1+1' as c, -5 as d, '-5' as e"
    #expect(
      try sql([query]).output == """
        a\u{FFFD}b     c      d  e
        ------  ----  --  --
        \u{FFFD}[31m\u{FFFD}  =1+1  -5  -5

        """)
    #expect(try sql([query, "--format", "csv"]).output.hasSuffix(",'=1+1,-5,'-5\n"))
  }

  @Test func tellsAMistakeWithItsPlaceAndTheNearestNameBeforeReadingData() throws {
    let result = try Program.run(
      ["sql", "select id,\n  chanel\nfrom sessions", "--data", "missing.jsonl"], in: space.path)
    #expect(result.code == 1)
    #expect(
      result.errors == """
        query:2:3: error: no such column: chanel
            chanel
            ^
        = help: did you mean `channel`?

        """)
    #expect(try sql(["drop table sessions"]).errors.hasPrefix("query:1:1: error: found `drop`, expected one statement"))
    #expect(try sql(["select :day as d"]).errors.hasPrefix("query:1:8: error: the parameter `:day` has no value"))
  }

  @Test func knowsTheEndOfData() throws {
    #expect(try sql(["select :as_of as a", "--format", "csv"]).output == "a\n2026-05-04T17:25:00.000Z\n")
    let earlier = ["select :as_of as a", "--format", "csv", "--as-of", "2026-05-04T12:00:00Z"]
    #expect(try sql(earlier).output == "a\n2026-05-04T12:00:00.000Z\n")
  }

  @Test func allowsMoreRowsWhereAsked() throws {
    let query = "select key from events"
    #expect(try sql([query, "--max-rows", "8"]).code == 0)
    let result = try sql([query, "--max-rows", "7"])
    #expect(result.code == 1)
    #expect(result.errors.contains("the query gives more than 7 rows"))
  }

  @Test func takesTheSitesDataRulesAndClock() throws {
    try space.write(
      "site/Content/site.yml", "data: [exports]\ntimezone: Asia/Tokyo\nrules: {session_timeout: none}\n")
    try space.write("site/Content/exports/events.jsonl", WorkedExample.events)
    let query = "select hour, count(*) as n from sessions"
    for arguments in [["sql", query, "--site", "site"], ["sql", query, "--site", "site/Content", "--jobs", "1"]] {
      let result = try Program.run(
        arguments + ["--format", "csv"], in: space.path, environment: ["TZ": "America/Lima"])
      #expect(result.output == "hour,n\n19,1\n", "\(result.errors)")
    }
  }

  @Test func writesTheDatabaseWithTheSameBytesForAnyThreadsAndZone() throws {
    let first = try sql(["--database", "a.db", "--jobs", "1"])
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output == "")
    let second = try sql(
      ["select 1 as a", "--format", "csv", "--database", "b.db", "--jobs", "3"],
      environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"])
    #expect(second.output == "a\n1\n")
    let files = try space.tree("")
    #expect(files["a.db"] == files["b.db"])
    #expect(files.keys.sorted() == ["a.db", "b.db", "events.jsonl"])
  }

  @Test func endsWith64ForWrongUsage() throws {
    #expect(try sql([]).code == 64)
    #expect(try sql(["select 1", "--max-rows", "-1"]).code == 64)
    #expect(try sql(["select 1", "--format", "xml"]).code == 64)
  }
}
