import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SQL

@Suite struct LoadedDatabaseTests {
  @Test func leavesNothingOnDiskWhileItIsReadOrFilled() throws {
    let folder = try TemporaryFolder()
    let loader = try DatabaseLoader(Shelf.schema, scratchIn: folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    try Shelf.fill(loader, ["Dune"])
    let database = try loader.open(jobs: 1)
    #expect(try database.run("select title from books", [:]).rows == [[.text("Dune")]])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func keepsAFileFromOthersAndWritesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a.db", "b.db"] {
      let loader = try DatabaseLoader(Shelf.schema, at: folder.path + "/" + name)
      try Shelf.fill(loader, ["Dune", "Emma"])
      try loader.finish()
    }
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/a.db"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/b.db")) == bytes)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.db")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.db", "b.db"])
  }

  @Test func runsAQuestionOnceForAllWhoAsk() throws {
    let database = try Shelf.load(titles: (0..<2000).map { "t\($0)" }, jobs: 4)
    let sql = "select count(*) as n from books a join books b on a.title <> b.title where a.key < :n"
    let answers = Mutex<[ResultTable]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if let answer = try? database.run(sql, ["n": .integer(20)]) { answers.withLock { $0.append(answer) } }
    }
    let expected = ResultTable(columns: ["n"], rows: [[.integer(19 * 1999)]])
    #expect(answers.withLock { $0 } == Array(repeating: expected, count: 8))
    #expect(database.runs == 1)
    _ = try database.run(sql, ["n": .integer(3)])
    #expect(database.runs == 2)
  }

  @Test func answersManyThreadsAtOnce() throws {
    let database = try Shelf.load(titles: (0..<500).map { "t\($0)" }, jobs: 3)
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 64) { index in
      let rows = try? database.run("select title from books where key = \(index + 1)", [:]).rows
      if rows != [[.text("t\(index)")]] { wrong.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(database.runs == 64)
  }

  @Test func keepsTheErrorOfAQuestionToo() throws {
    let database = try Shelf.load()
    for _ in 0..<2 { #expect(failure { _ = try database.run("select x from books", [:]) }?.unknown == "x") }
    #expect(database.runs == 1)
  }

  @Test func answersWhereNoTableIsNeeded() throws {
    let database = try DatabaseLoader(DatabaseSchema([])).open(jobs: 1)
    #expect(try database.run("select 1 + 1 as two", [:]).rows == [[.integer(2)]])
  }

  @Test func forgetsTheFirstAnswersAndGivesThemAgain() throws {
    let titles = (0..<50).map { "t\($0)" }
    let loader = try DatabaseLoader(Shelf.schema)
    try Shelf.fill(loader, titles)
    let database = try loader.open(jobs: 1, keeping: 100)
    let asked = [10, 20, 30].map { "select title from books where key > \($0) order by key" }
    for sql in asked + [asked[2], asked[1], asked[0]] {
      let rows = try database.run(sql, [:]).rows
      #expect(rows.map(\.[0]) == titles.suffix(rows.count).map { .text($0) }, "\(sql)")
    }
    // 40, 30 and 20 values: all are kept.
    #expect(database.runs == 3)
    let small = try Shelf.load(titles: titles, keeping: 60)
    for sql in asked + asked { #expect(try small.run(sql, [:]).columns == ["title"]) }
    #expect(small.runs == 6)
  }
}
