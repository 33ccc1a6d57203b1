import Foundation
import Testing

/// Every file of rows that is published for an audience with a smallest group, counted again from the tables of groups.
@Suite struct SmallGroupsRecountTests {
  private static let least = 5

  /// A unit: who it is of, and what stands in its row.
  private struct Unit: Sendable {
    let fields: [String: String]
    var customer: String { self["customer"] }
    subscript(name: String) -> String { fields[name] ?? "" }
    func number(_ name: String) -> Int { Int(self[name]) ?? 0 }
    /// The sites of tests are in UTC.
    func day(_ name: String) -> String { String(self[name].prefix(10)) }
  }

  /// What a file's rows and columns count.
  private struct Recount: Sendable {
    let file: String
    let table: String
    /// A unit's place among the rows, by the values of the file's first columns; nil for one that is not counted.
    let key: @Sendable (Unit) -> [String]?
    let columns: KeyValuePairs<String, @Sendable (Unit) -> Bool>
    /// Columns that add up to the row's first number.
    var parts: [String] = []
  }

  private static let recounts = [
    Recount(
      file: "overview-per-day.csv", table: "conversations", key: { [$0.day("started_at")] },
      columns: [
        "conversations": { _ in true }, "ai_only": { $0.number("sessions") > 0 && $0.number("contacts") == 0 },
        "team_only": { $0.number("sessions") == 0 && $0.number("contacts") > 0 },
        "neither": { $0.number("sessions") == 0 && $0.number("contacts") == 0 },
      ]),
    Recount(
      file: "overview-hours.csv", table: "conversations", key: { hour($0) }, columns: ["conversations": { _ in true }]),
    Recount(
      file: "sessions-by-day.csv", table: "sessions", key: { [$0.day("started_at")] },
      columns: [
        "sessions": { _ in true }, "ended_in_ai": { $0["outcome"] == "ended in AI" },
        "handed_off": { $0["outcome"] == "handed off" }, "did_not_respond": { $0["outcome"] == "did not respond" },
        "in_progress": { $0["outcome"] == "in progress" },
      ], parts: ["ended_in_ai", "handed_off", "did_not_respond", "in_progress"]),
    Recount(
      file: "contacts-per-day.csv", table: "contacts", key: { $0["ended_at"].isEmpty ? nil : [$0.day("ended_at")] },
      columns: [
        "ended": { _ in true }, "handed_off": { $0["origin"] == "handoff" }, "direct": { $0["origin"] == "direct" },
        "outbound": { $0["origin"] == "outbound" }, "answered": { $0.number("agent_messages") > 0 },
        "unanswered": { $0.number("agent_messages") == 0 },
      ], parts: ["handed_off", "direct", "outbound"]),
    Recount(
      file: "conversations-per-day.csv", table: "conversations",
      key: { $0["closed_at"].isEmpty ? nil : [$0.day("closed_at")] }, columns: ["closed": { _ in true }]),
    Recount(
      file: "contacts-by-day.csv", table: "contacts", key: { $0["ended_at"].isEmpty ? nil : [$0.day("ended_at")] },
      columns: [
        "ended": { _ in true }, "ended_by_closed": { $0["end_reason"] == "closed" },
        "ended_by_window": { $0["end_reason"] == "window" }, "inbound": { $0["origin"] != "outbound" },
        "first_replies": { $0["origin"] != "outbound" && $0.number("agent_messages") > 0 },
      ], parts: ["ended_by_ended", "ended_by_closed", "ended_by_inactivity", "ended_by_lapsed", "ended_by_window"]),
  ]

  @Test(arguments: [30, 120, 400]) func tellsNoNumberOfFewPeople(_ customers: Int) throws {
    let space = try Workspace()
    try space.makeSite(customers: customers, days: 45, badRecords: false)
    let settings = try space.read("site/Content/site.yml").replacing("Europe/Lisbon", with: "UTC")
    try space.write("site/Content/site.yml", settings)
    try space.write("key", "0123456789abcdef0123456789abcdef\n")
    let built = try Program.run([
      "build", "--site", space.path + "/site", "--audience", "stakeholder", "--key-file", space.path + "/key",
      "--output", space.path + "/out",
    ])
    try #require(built.code == 0, "\(built.errors)")
    _ = try Program.run([
      "group", "--site", space.path + "/site", "--output", space.path + "/groups", "--format", "csv",
    ])
    let tree = try space.tree("out").mapValues { String(decoding: $0, as: UTF8.self) }
    for recount in SmallGroupsRecountTests.recounts {
      let units = SmallGroupsRecountTests.units(try space.read("groups/\(recount.table).csv"))
      check(recount, units, tree)
    }
    for (name, page) in tree where name.hasSuffix(".html") {
      let cells = page.matches(of: #/<t[dh][^>]*data-v="([^"]*)"[^>]*>hidden</#)
      #expect(cells.allSatisfy { $0.output.1 == "-2" }, "\(name)")
    }
  }

  private func check(_ recount: Recount, _ units: [Unit], _ tree: [String: String]) {
    let least = SmallGroupsRecountTests.least
    let isByHour = recount.file == "overview-hours.csv"
    let files = tree.filter { ($0.key.split(separator: "/").last ?? "") == recount.file }
      // Of the pages of months it is known which units they are about.
      .filter { !isByHour || $0.key.contains("/") }.sorted { $0.key < $1.key }
    #expect(!files.isEmpty, "\(recount.file)")
    var told: [String: String] = [:]
    for (name, text) in files {
      let own = isByHour ? units.filter { $0["started_at"].hasPrefix(name.prefix(7)) } : units
      let byKey = Dictionary(grouping: own.filter { recount.key($0) != nil }) { recount.key($0) ?? [] }
      let rows = SmallGroupsRecountTests.units(text)
      let keys = text.split(separator: "\n").first?.split(separator: ",").map(String.init) ?? []
      for (column, counts) in recount.columns {
        var (rest, all): (Set<String>, Set<String>) = ([], [])
        for row in rows {
          let key = keys.prefix(isByHour ? 2 : 1).map { row[$0] }
          let counted = (byKey[key] ?? []).filter(counts)
          let people = Set(counted.map(\.customer))
          all.formUnion(people)
          let place = "\(name), \(key), \(column)"
          if row[column] == "hidden" {
            rest.formUnion(people)
          } else {
            #expect(row[column] == String(counted.count), "\(place)")
            #expect(people.isEmpty || people.count >= least, "\(place): \(people.count)")
          }
          // Hours of different spans are different numbers.
          guard !isByHour else { continue }
          let known = told.updateValue(row[column], forKey: "\(key) \(column)")
          #expect(known == nil || known == row[column], "\(place) is \(row[column]), elsewhere \(known ?? "")")
        }
        // Where all are few, the total is hidden too.
        #expect(
          rest.isEmpty || rest.count >= least || all.count < least, "\(name), the rest of \(column): \(rest.count)")
      }
      for row in rows where row[recount.columns[0].key] != "hidden" {
        let hidden = recount.parts.filter { row[$0] == "hidden" }
        #expect(hidden.count != 1, "\(name), \(row.fields)")
      }
    }
  }

  private static func units(_ csv: String) -> [Unit] {
    let lines = csv.split(separator: "\n", omittingEmptySubsequences: true).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Unit(fields: Dictionary(zip(names, $0)) { first, _ in first }) }
  }

  /// `3,14` for a Wednesday after two in the afternoon.
  private static func hour(_ unit: Unit) -> [String]? {
    let parts = unit.day("started_at").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let hour = Int(unit["started_at"].dropFirst(11).prefix(2)) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    let weekday = date.map { (calendar.component(.weekday, from: $0) + 5) % 7 + 1 } ?? 0
    return [String(weekday), String(hour)]
  }
}
