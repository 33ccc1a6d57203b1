import SQL
import Testing

@Suite struct RunTests {
  @Test func givesValuesByTheirStorageClass() throws {
    let table = try Shelf.load().run("select title, pages, author_key as a from books order by key", [:])
    #expect(table.columns == ["title", "pages", "a"])
    #expect(
      table.rows == [
        [.text("Dune"), .integer(100), .integer(1)], [.text("Emma"), .real(1.5), .integer(2)],
        [.text("Ulysses"), .integer(300), .null],
      ])
  }

  @Test func bindsParametersAndLeavesOutThoseNotNamed() throws {
    let table = try Shelf.load().run(
      "select :a as a, :b as b, :c as c, :d as d",
      ["a": .text(""), "b": .real(0.5), "c": .integer(-1), "d": .null, "e": .integer(5)])
    #expect(table.rows == [[.text(""), .real(0.5), .integer(-1), .null]])
  }

  @Test func tellsAParameterWithoutAValue() throws {
    let error = try #require(failure { _ = try Shelf.load().run("select title from books where title = :title", [:]) })
    #expect(error.cause == .parameter("title"))
    #expect(error.offset == 38)
  }

  @Test func keepsHostileTextAsItIs() throws {
    let long = String(repeating: "x'\"; drop table books; --", count: 40_000)
    let texts = ["'); drop table books; --", "a\0b", "", "\u{1B}[31m\r\n", "=1+1", long, "\u{10FFFF}é"]
    let database = try Shelf.load(titles: texts)
    #expect(try database.run("select title from books order by key", [:]).rows == texts.map { [.text($0)] })
    #expect(try database.run("select key from books where title = :t", ["t": .text("a\0b")]).rows == [[.integer(2)]])
  }

  @Test func answersWithSQLitesOwnDates() throws {
    let table = try Shelf.load().run(
      """
      select date('2026-05-04T10:00:00.000Z', '+1 day') as d, strftime('%H:%M', '2026-05-04T10:05:00Z') as t,
        unixepoch('2026-05-04') as u, julianday('2026-05-04') - julianday('2026-05-03') as j, date(null) as n
      """, [:])
    #expect(table.rows == [[.text("2026-05-05"), .text("10:05"), .integer(1_777_852_800), .real(1), .null]])
  }

  @Test func endsAtTheLimitOfRows() throws {
    let database = try Shelf.load(limits: QueryLimits(rows: 2))
    #expect(try database.run("select key from books limit 2", [:]).rows.count == 2)
    #expect(failure { _ = try database.run("select key from books", [:]) }?.cause == .rows(limit: 2))
  }

  @Test func endsAtTheSameStepEveryTime() throws {
    let numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < :most)"
    let sql = numbers + " select max(i) as m from n"
    // The least number of rows that is too much, found anew on another connection.
    func most() throws -> Int {
      let database = try Shelf.load(limits: QueryLimits(steps: 50_000))
      var (low, high) = (1, 100_000)
      while high - low > 1 {
        let middle = (low + high) / 2
        let error = failure { _ = try database.run(sql, ["most": .integer(middle)]) }
        if error == nil { low = middle } else { high = middle }
        if let error { #expect(error.cause == .steps(limit: 50_000)) }
      }
      return low
    }
    let first = try most()
    #expect(first > 100)
    #expect(try most() == first)
  }

  @Test func endsAQueryWithoutAnEnd() throws {
    let database = try Shelf.load(limits: QueryLimits(steps: 1_000_000))
    let sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) as c from n"
    #expect(failure { _ = try database.run(sql, [:]) }?.cause == .steps(limit: 1_000_000))
    #expect(try database.run("select count(*) as c from books", [:]).rows == [[.integer(3)]])
  }
}
