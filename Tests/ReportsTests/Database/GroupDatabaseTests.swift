import Foundation
import SQL
import TestSupport
import Testing

@testable import Reports

@Suite struct GroupDatabaseTests {
  @Test(arguments: GroupSchema.whole.tables.map(\.name))
  func hasEveryRowOfTheHousehold(_ table: String) throws {
    let database = try GroupDatabase(GroupData(Household.example().context), jobs: 1).load()
    #expect(try QueryOutput(database.run("select * from \(table)", [:]), .csv).text == HouseholdTables.csv[table])
  }

  @Test func holdsWhatQueriesReadAndNothingElse() throws {
    let reads: [String: Set<String>] = ["contacts": ["channel"], "days": []]
    let database = try GroupDatabase(GroupData(Household.example().context), jobs: 2).load(reads: reads)
    #expect(try database.run("select * from contacts order by key", [:]).columns == ["key", "channel"])
    #expect(try database.run("select count(*) as n from days", [:]).rows == [[.integer(2)]])
    for sql in ["select agent from contacts", "select 1 as a from sessions", "select weekday from days"] {
      #expect(throws: SQLError.self, "\(sql)") { try database.run(sql, [:]) }
    }
  }

  @Test func agreesWithTheReports() throws {
    let context = try Shop.example().context
    let database = try GroupDatabase(GroupData(context), jobs: 2).load()
    func number(_ sql: String) throws -> ResultValue { try database.run(sql, [:]).rows[0][0] }
    #expect(try number("select count(*) as n from conversations") == .integer(context.facts.conversations.count))
    for path in ConversationPath.allCases {
      let expected = context.facts.conversations.count { $0.path == path }
      #expect(try number("select count(*) as n from conversations where path = '\(path.word)'") == .integer(expected))
    }
    let tally = ContactTally(context.facts.contacts.filter { $0.group.endedAt != nil }, context.facts)
    #expect(try number("select count(*) as n from contacts where ended_at is not null") == .integer(tally.ended))
    #expect(
      try number("select sum(answered) as n from contacts where ended_at is not null") == .integer(tally.answered))
    #expect(
      try number("select median(first_reply_seconds) as m from contacts where ended_at is not null")
        == .integer(Int(tally.firstReplies.median?.milliseconds ?? 0) / 1000))
    #expect(
      try number("select percentile(handle_seconds, 90) as m from contacts")
        == .integer(Int(tally.handling.p90?.milliseconds ?? 0) / 1000))
  }

  @Test func writesTheSameFileForAnyThreadsAndOrderOfFiles() throws {
    let folder = try TemporaryFolder()
    let lines = Household.events.split(separator: "\n").map(String.init)
    let renamed = [
      "events-z.jsonl": lines[..<4].joined(separator: "\n"),
      "events-a.jsonl": lines[4...].reversed().joined(separator: "\n"),
    ]
    let zone = try Household.example().context.zone
    for (name, files, jobs) in [("a", ["events.jsonl": Household.events], 1), ("b", renamed, 3)] {
      let context = try Example(files, zone: zone).context
      try GroupDatabase(GroupData(context), jobs: jobs).write(to: folder.path + "/\(name).db")
    }
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/a.db"))
    #expect(bytes.starts(with: "SQLite format 3".utf8))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/b.db")) == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.db", "b.db"])
  }

  @Test func writesTheSameFileForManyCustomersAndAnyThreads() throws {
    let folder = try TemporaryFolder()
    let context = try Example(["events.jsonl": ManyEvents.text], zone: .utc).context
    for jobs in [1, 3] {
      try GroupDatabase(GroupData(context), jobs: jobs).write(to: folder.path + "/\(jobs).db")
    }
    let bytes = try Data(contentsOf: URL(filePath: folder.path + "/1.db"))
    #expect(try Data(contentsOf: URL(filePath: folder.path + "/3.db")) == bytes)
  }

  @Test func leavesAFileOfAnotherKindAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write(["events.jsonl": Household.events])
    let database = try GroupDatabase(GroupData(Household.example().context), jobs: 1)
    #expect(throws: (any Error).self) { try database.write(to: folder.path + "/events.jsonl") }
    #expect(try folder.files(under: "") == ["events.jsonl": Household.events])
    try database.write(to: folder.path + "/groups.db")
    try database.write(to: folder.path + "/groups.db")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/groups.db")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}

/// More events than a round of rows holds, of customers whose ids are spread over the order of files.
private enum ManyEvents {
  static var text: String {
    (0..<13_000).map { index in
      let customer = index * 7919 % 1301
      let second = String(index % 60).leftPadded
      let minute = String(index / 60 % 60).leftPadded
      let hour = String(index / 3600).leftPadded
      return """
        {"id":"e\(index)","customer":"c\(customer)","at":"2025-09-08T\(hour):\(minute):\(second)Z","kind":"message",\
        "actor":"\(["customer", "ai", "agent"][index % 3])","actor_id":"p\(index % 11)","channel":"chat"}
        """
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
