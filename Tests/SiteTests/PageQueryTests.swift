import Diagnostics
import SQL
import Testing

@testable import Site

@Suite struct PageQueryTests {
  private let known = ["start", "end", "topic"]

  @Test func takesTheParametersOfItsPage() throws {
    let query = try query("select :topic as t, :start as s, 'at :noon' as n")
    #expect(query.shape.parameters == ["start", "topic"])
    let given: [String: ResultValue] = ["start": .text("a"), "end": .text("b"), "topic": .integer(3)]
    #expect(
      try query.run(on: empty(), given)
        == ResultTable(columns: ["t", "s", "n"], rows: [[.integer(3), .text("a"), .text("at :noon")]]))
  }

  @Test func namesTheNearestParameter() {
    #expect(
      mistakes("select :topics as t") == """
        page.md:1:8: error: unknown parameter `:topics`, expected one of `:start`, `:end`, `:topic`
          select :topics as t
                 ^
        = help: did you mean `:topic`?
        """)
  }

  @Test func pointsAtTheParameterItself() {
    #expect(
      mistakes("select ':en' as a, :end as b, :en as c").hasPrefix("page.md:1:31: error: unknown parameter `:en`"))
  }

  @Test func tellsEveryUnknownParameter() {
    let lines = mistakes("select :one as a, :two as b, :one as c").split(separator: "\n")
    #expect(
      lines.filter { $0.contains("error:") }.map { $0.prefix(47) } == [
        "page.md:1:8: error: unknown parameter `:one`, e", "page.md:1:19: error: unknown parameter `:two`, ",
      ])
  }

  @Test func pointsAtWhatSQLiteDoesNotUnderstand() {
    #expect(mistakes("select m from days").hasPrefix("page.md:1:8: error: no such column: m\n  select m"))
  }
}

extension PageQueryTests {
  private func empty() throws(SQLError) -> EmptyDatabase {
    try EmptyDatabase(DatabaseSchema([.init("days", [.init("n", .integer)])]))
  }

  private func query(_ sql: String) throws -> PageQuery {
    try PageQuery(sql, parameters: known, compiledBy: empty()) { offset in
      Place(path: "page.md", source: Array(sql.utf8), offset: offset)
    }
  }

  private func mistakes(_ sql: String) -> String {
    do {
      _ = try query(sql)
      return "no mistake"
    } catch {
      return "\(error)"
    }
  }
}
