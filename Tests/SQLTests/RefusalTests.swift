import Foundation
import SQL
import TestSupport
import Testing

/// What queries may not do.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("", "found no statement"),
    (" ; -- nothing", "found no statement"),
    ("insert into books values (1, 2, 3, 4)", "found `insert`"),
    ("  /* x */ DELETE from books", "found `delete`"),
    ("pragma user_version", "found `pragma`"),
    ("attach 'x.db' as x", "found `attach`"),
    ("explain select 1", "found `explain`"),
    ("begin", "found `begin`"),
    ("vacuum into 'x.db'", "found `vacuum`"),
    ("select 1; select 2", "found a second statement"),
    ("select 1; drop table books", "found a second statement"),
    ("with x as (select 1) insert into books select 1, 2, 3, 4", "does more than read"),
    ("with x as (select 1) delete from books", "does more than read"),
    ("select load_extension('x') as a", "`load_extension` is not for queries"),
    ("select random() as a", "`random` gives other values every time"),
    ("select title from books order by random()", "`random` gives other values every time"),
    ("select hex(randomblob(4)) as a", "`randomblob` gives other values"),
    ("select current_timestamp as a", "`current_timestamp` reads the clock"),
    ("select CURRENT_DATE as a", "`current_date` reads the clock"),
    ("select sqlite_version() as a", "`sqlite_version` is not for queries"),
    ("select swiftLowercaseString('A') as a", "`swiftlowercasestring` is not for queries"),
    ("select date('now') as a", "'now' asks the machine for the time"),
    ("select datetime() as a", "datetime() without an instant asks the machine"),
    ("select strftime('%Y') as a", "strftime() without an instant asks the machine"),
    ("select strftime('%s', 'now') as a", "'now' asks the machine for the time"),
    ("select julianday('now') as a from books", "'now' asks the machine for the time"),
    ("select time('2026-05-04', 'localtime') as a", "'localtime' asks the machine for its time zone"),
    ("select unixepoch('2026-05-04', 'utc') as a", "'utc' asks the machine for its time zone"),
  ])
  func refuses(_ sql: String, _ words: String) throws {
    let empty = try EmptyDatabase(Shelf.schema)
    let loaded = try Shelf.load()
    for (name, work) in [
      ("shape", { _ = try empty.shape(of: sql) }), ("run", { _ = try loaded.run(sql, [:]) }),
    ] as [(String, () throws -> Void)] {
      let error = try #require(failure(work), "\(name): \(sql)")
      #expect(error.cause == .notReading, "\(name): \(sql): \(error)")
      #expect(error.message.contains(words), "\(name): \(sql): \(error.message)")
    }
  }

  @Test(arguments: [
    "select * from sqlite_schema", "select name from sqlite_master", "select * from pragma_table_info('books')",
    "select * from pragma_database_list", "select * from dbstat", "select * from sqlite_stmt",
  ])
  func showsNothingBesidesTheTables(_ sql: String) throws {
    let error = try #require(failure { _ = try Shelf.load().run(sql, [:]) })
    #expect(error.cause == .notReading || error.cause == .syntax, "\(sql): \(error)")
  }

  @Test func refusesANowThatOnlyTheDataTells() throws {
    let loaded = try Shelf.load(titles: ["2026-05-04", "now"])
    #expect(try loaded.run("select date(title) as d from books limit 1", [:]).rows == [[.text("2026-05-04")]])
    #expect(failure { _ = try loaded.run("select date(title) as d from books", [:]) }?.cause == .notReading)
    #expect(failure { _ = try loaded.run("select date('NO' || 'W') as d", [:]) }?.cause == .notReading)
    let beside = "select 'now' || date(title) as d from books limit 1"
    #expect(try loaded.run(beside, [:]).rows == [[.text("now2026-05-04")]])
  }

  @Test func refusesAZeroByte() throws {
    let error = try #require(failure { _ = try Shelf.load().run("select 1 as a\0; drop table books", [:]) })
    #expect(error.offset == 13)
  }

  @Test func ordersTextByBytesInEveryLanguage() throws {
    let sql = "select title from books order by title collate swiftLocalizedCompare"
    #expect(failure { _ = try Shelf.load().run(sql, [:]) }?.message.contains("no such collation") == true)
  }
}
