import Foundation
import Reports
import SQL
import TestSupport
import Testing

@Suite struct GroupSchemaTests {
  @Test func isTheManualsPage() throws {
    let path = Repository.root + "/Content/guide/database.md"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try DatabasePage.text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == DatabasePage.text, "RECORD=1 writes it anew")
  }

  @Test func isWhatTheDatabaseHas() throws {
    let empty = try GroupDatabase.empty()
    let loaded = try GroupDatabase(GroupData(Shop.example().context), jobs: 1).load()
    for table in GroupSchema.whole.tables {
      let columns = table.columns.map(\.name)
      #expect(try empty.shape(of: "select * from \(table.name)").columns == columns)
      #expect(try loaded.run("select * from \(table.name) limit 1", [:]).columns == columns)
    }
  }

  @Test func hasAKeyAtMostFirstAndSentencesWithoutFullStops() {
    for table in GroupSchema.whole.tables {
      #expect(table.columns.dropFirst().allSatisfy { $0.kind != .key }, "\(table.name)")
      #expect(table.meaning.hasSuffix("."), "\(table.name)")
      for column in table.columns {
        #expect(!column.meaning.hasSuffix(".") && !column.meaning.contains(" | "), "\(table.name).\(column.name)")
        #expect(column.kind == .numeric || !column.name.hasSuffix("_seconds"), "\(table.name).\(column.name)")
      }
    }
  }

  @Test func runsTheManualsExamples() throws {
    let empty = try GroupDatabase.empty()
    let examples = DatabasePage.text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
    #expect(examples.count == 3)
    for example in examples { _ = try empty.shape(of: example.element) }
  }
}
