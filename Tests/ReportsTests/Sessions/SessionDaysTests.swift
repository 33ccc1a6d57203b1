import Reports
import Testing
import Time

@Suite struct SessionDaysTests {
  /// In Lisbon 26 October 2025 lasts from 25 October 23:00 to 27 October 00:00 UTC.
  @Test func cutsDaysByTheSitesClock() throws {
    let export = """
      id,customer,at,kind,actor,channel
      1,a,2025-10-25T22:59:59.999Z,message,ai,chat
      2,b,2025-10-25T23:00:00Z,message,ai,chat
      3,c,2025-10-26T23:59:59.999Z,message,ai,chat
      4,d,2025-10-27T00:00:00Z,message,ai,chat
      """
    let example = try Example(events: export, zone: zone("Europe/Lisbon"))
    let days = PageFamilies.days(facts: example.context.facts, zone: example.context.zone)
    #expect(days.map(\.description) == ["2025-10-25", "2025-10-26", "2025-10-27"])
    let csv = try example.report("sessions-detail", day: "2025-10-26").file("sessions/2025-10-26.csv") ?? ""
    #expect(csv.split(separator: "\n").dropFirst().map { $0.prefix(3) } == ["s:2", "s:3"])
  }

  /// The clock shows 01:30 twice: rows still sort by the time that passed.
  @Test func sortsByElapsedTimeWhereClockGoesBack() throws {
    let export = """
      id,customer,at,kind,actor,channel
      1,a,2025-10-26T00:30:00Z,message,ai,chat
      2,b,2025-10-26T01:30:00Z,message,ai,chat
      """
    let example = try Example(events: export, zone: zone("Europe/Lisbon"))
    let table = lines(try example.report("sessions-detail", day: "2025-10-26").body)
    #expect(table.contains("data-v=\"5400\">01:30</td>"))
    #expect(table.contains("data-v=\"9000\">01:30</td>"))
  }

  @Test func splitsDayOverSeveralPages() throws {
    let rows = (0..<251).map { "e\($0),c\($0),2025-09-18T10:00:00.\(padded($0))Z,message,ai,chat" }
    let example = try Example(
      events: "id,customer,at,kind,actor,channel\n" + rows.joined(separator: "\n"))
    let pages = PageFamilies.sessions(example.context)
    #expect(pages.map(\.address) == ["sessions/2025-09-18.html", "sessions/2025-09-18-2.html"])
    #expect(pages.map(\.subject) == [.day(part: 0), .day(part: 1)])
    let first = try example.report("sessions-detail", day: "2025-09-18", part: 0)
    let second = try example.report("sessions-detail", day: "2025-09-18", part: 1)
    #expect(lines(first.body).components(of: "<tr data-channel") == 125)
    #expect(lines(second.body).components(of: "<tr data-channel") == 126)
    #expect(first.file("sessions/2025-09-18.csv")?.split(separator: "\n").count == 252)
    #expect(second.files.isEmpty)
    #expect(lines(second.body).contains("href=\"../sessions/2025-09-18.csv\" download"))
    #expect(lines(second.body).contains("<a href=\"../sessions/2025-09-18-2.html\" aria-current=\"page\">2</a>"))
    #expect(lines(first.body).contains("<p>Page 1 of 2</p>"))
  }

  /// Each of a busy day's hundreds of pages would otherwise list all of them.
  @Test func foldsLinksToManyPages() throws {
    let rows = (0..<400).map { "e\($0),c\($0),2025-09-18T10:00:00.\(padded($0))Z,message,ai,chat" }
    var settings = ReportSettings()
    settings.rowsPerPage = 2
    let example = try Example(
      events: "id,customer,at,kind,actor,channel\n" + rows.joined(separator: "\n"), settings: settings)
    #expect(PageFamilies.sessions(example.context).count == 200)
    let page = lines(try example.report("sessions-detail", day: "2025-09-18", part: 99).body)
    #expect(page.contains("<a href=\"../sessions/2025-09-18.html\">1–6</a>"))
    #expect(page.contains("<a href=\"../sessions/2025-09-18-100.html\" aria-current=\"page\">100</a>"))
    #expect(page.contains("<p>Page 100 of 200</p>"))
    #expect(page.components(of: "<li>") < 60)
  }

  @Test func drawsBarsByClassAlone() throws {
    let example = try Example(
      events: """
        id,customer,at,kind,actor,channel
        1,a,2025-09-18T10:00:00Z,message,ai,chat
        2,a,2025-09-18T10:40:00Z,message,ai,chat
        3,b,2025-09-18T11:00:00Z,message,ai,chat
        4,b,2025-09-18T11:10:00Z,message,ai,chat
        5,c,2025-09-18T12:00:00Z,message,ai,chat
        """)
    let table = lines(try example.report("sessions-detail", day: "2025-09-18").body)
    for share in [100, 25, 0] { #expect(table.contains("<td class=\"dur w\(share)\"></td>")) }
  }

  @Test func cutsLongPeriodsIntoMonths() throws {
    let example = try Example(
      ["events.csv": "id,customer,at,kind,actor\n1,a,2025-09-18T10:00:00Z,message,ai\n"], first: "2025-07-20",
      last: "2025-09-28")
    let strip = lines(try example.report("sessions-days").body)
    #expect(strip.components(of: "<ol") == 3)
    #expect(strip.components(of: "<li>") == 12 + 31 + 28)
  }

  private func padded(_ n: Int) -> String { String(String(n + 1000).dropFirst()) }
}
