import Reports
import Testing
import Time

@Suite struct ConversationsTests {
  let example: Example

  init() throws { example = try Shop.example() }

  private func report(_ name: String, by unit: String? = nil) throws -> Report {
    try example.report(name, unit.map { ["by": $0] } ?? [:], at: "conversations.html")
  }

  @Test func opensWithWhatClosedAndWhatIsOpen() throws {
    let lede = try report("conversations-lede")
    #expect(lede.side.text == "Conversation Summary<br>8–14 September 2025")
    #expect(
      lede.body.text.plain
        == "6 conversations of 5 customers closed in one week. 2 held AI sessions only, 3 AI sessions and contacts, "
        + "1 contacts only. Half had their last close within 24 h. One is still open. "
        + "The last day was not over: the data ends at 12:01.")
  }

  @Test func showsFourFigures() throws {
    #expect(
      try report("conversations-figures").body.figures == [
        "Closed conversations 6 +500.0% from 1 by their last close",
        "Customers 5 +400.0% from 1 1.2 conversations each, on average",
        "Reopened before 0 0 from 0 0 by the customer, 0 by the team",
        "Median from start to last close 24 h 0 s from 24 h of 6 conversations",
      ])
  }

  @Test func placesConversationsByTheirLastClose() throws {
    #expect(
      try report("conversations-closed-per-day").body.rows(of: "closed-per-day-table")[1...4] == [
        "Tue 9 Sep | 1 | 1 | 0 | 0 | 0 | 2", "Wed 10 Sep | 1 | 1 | 0 | 0 | 0 | 2", "Thu 11 Sep | 0 | 0 | 1 | 0 | 0 | 1",
        "Fri 12 Sep | 0 | 0 | 0 | 1 | 0 | 1",
      ])
  }

  @Test func tellsWhatConversationsHeld() throws {
    let report = try report("conversations-inside")
    #expect(
      report.body.rows(of: "conversations-inside-table") == [
        "AI sessions only |  | 2 | 33.3% | – | – | 1.0 | 0.0 | 1.0 | 0.0",
        "AI sessions and contacts |  | 3 | 50.0% | 2 | 1 | 1.0 | 1.0 | 1.3 | 0.7",
        "Contacts only |  | 1 | 16.7% | 1 | 0 | 0.0 | 1.0 | 1.0 | 1.0",
        "Neither |  | 0 | 0.0% | – | – | – | – | – | –", "All |  | 6 | 100.0% | 3 | 1 | 0.8 | 0.7 | 1.2 | 0.5",
      ])
    #expect(report.side.text.plain.contains("16.7% of 6 went over more than one channel: 1."))
  }

  @Test func summarisesByWeekWithEveryColumn() throws {
    let row = "6 | 5 | 2 | 1 | 3 | 0 | 3 | 1 | 0 | 24 h | 24 h"
    let further = "16.7% | 0.8 | 0.7 | 1.2 | 0.5 | 0 | 0 | 24 h | 24 h | 1 | 0 | 0 | 0 | 5"
    let weeks = try report("conversations-summary", by: "week").body
    #expect(weeks.rows(of: "conversations-by-week") == ["8 Sep – 14 Sep, not over | " + row, "All | " + row])
    #expect(
      weeks.rows(of: "conversations-by-week-more") == ["8 Sep – 14 Sep, not over | " + further, "All | " + further])
    #expect(
      try report("conversations-summary", by: "week").file("conversations-by-week.csv") == """
        first_day,last_day,closed,customers,multichannel,sessions_only,contacts_only,both,neither,answered,unanswered,\
        sessions,contacts,channels,agents,reopened,reopened_by_customer,reopened_by_team,first_close_median_seconds,\
        first_close_p90_seconds,last_close_median_seconds,last_close_p90_seconds,closed_by_agent,closed_by_customer,\
        closed_by_ai,closed_by_system,closed_by_window
        2025-09-08,2025-09-14,6,5,1,2,1,3,0,3,1,5,4,7,3,0,0,0,86400,86400,86400,86400,1,0,0,0,5

        """)
  }

  @Test func keepsFirstAndLastCloseApart() throws {
    let example = try Shop.example(
      """
      id,customer,at,kind,actor,channel,to
      1,a,2025-09-09T10:00:00Z,message,customer,chat,ai
      2,a,2025-09-09T10:05:00Z,conversation_closed,agent,chat,
      3,a,2025-09-09T10:20:00Z,message,customer,chat,ai
      4,a,2025-09-09T11:00:00Z,conversation_closed,customer,chat,
      5,b,2025-09-09T10:00:00Z,message,customer,chat,ai
      6,b,2025-09-09T10:30:00Z,conversation_closed,ai,chat,
      7,b,2025-09-09T12:00:00Z,conversation_reopened,agent,chat,
      """)
    #expect(
      try example.report("conversations-length").body.rows(of: "conversations-length-table")
        == [
          "An agent | 0 | 0.0% | – | – | – |  | –", "The customer | 1 | 100.0% | 5 min | 5 min | 1 h |  | 1 h",
          "AI | 0 | 0.0% | – | – | – |  | –", "The system | 0 | 0.0% | – | – | – |  | –",
          "The window's end | 0 | 0.0% | – | – | – |  | –", "All | 1 | 100.0% | 5 min | 5 min | 1 h |  | 1 h",
        ].map { $0.replacing("'", with: "&#39;") })
    #expect(
      try example.report("conversations-figures").body.figures[2]
        == "Reopened before 1 no earlier data 1 by the customer, 0 by the team")
    #expect(try example.report("conversations-lede").body.text.plain.contains("One is still open."), "reopened by hand")
  }

  @Test func namesWhoClosedFirstOfSeveralClosesInARow() throws {
    let example = try Shop.example(
      """
      id,customer,at,kind,actor,channel,to
      1,a,2025-09-09T10:00:00Z,message,customer,chat,ai
      2,a,2025-09-09T10:05:00Z,conversation_closed,agent,chat,
      3,a,2025-09-09T10:07:00Z,conversation_closed,system,chat,
      """)
    let rows = try example.report("conversations-length").body.rows(of: "conversations-length-table")
    #expect(rows[0] == "An agent | 1 | 100.0% | 5 min | 5 min | 5 min |  | 5 min")
    #expect(rows[3] == "The system | 0 | 0.0% | – | – | – |  | –")
  }

  @Test func saysWhatAnAgeCounts() throws {
    #expect(
      try report("conversations-open").body.text.plain.contains(
        "Each row is the open conversations of one age, placed in time by their start."))
  }

  @Test func listsOpenConversations() throws {
    let report = try report("conversations-open")
    #expect(report.personal)
    #expect(
      report.body.rows(of: "open-ages") == [
        "less than 24 h | 1 | 100.0%", "24 h to 2 days | 0 | 0.0%", "2 days to 7 days | 0 | 0.0%",
        "7 days or more | 0 | 0.0%", "All | 1 | 100.0%",
      ])
    let row = report.body.rows(of: "open-list")
    #expect(row.count == 1)
    #expect(
      row[0].hasSuffix("| Zoe | Chat | 14 Sep 2025, 12:00 | 14 Sep 2025, 12:01 | 1 AI session, 0 contacts"))
    #expect(report.body.text.contains(/<a href="timelines\/..\/.{12}\.html#c-.{12}" class="id">/))
    #expect(report.side.text.plain.contains("One conversation was open when the data ended, 14 Sep 2025, 12:01."))
  }

  @Test func listsAtMostOnePageOfOpenConversations() throws {
    var example = example
    example.context.settings.rowsPerPage = 0
    #expect(try example.report("conversations-open").body.text.plain.contains("The first 0 of 1; the CSV has all."))
    #expect(try example.report("conversations-open").files[0].text.contains("\nc:z1,,zoe,Zoe,chat,"))
  }

  @Test func keepsToConversationsOfTheMonth() throws {
    let october = Period.month(of: CivilDate(year: 2025, month: 10, day: 1))
    let report = try example.report("conversations-open", [:], "2025-10/conversations.html", .month, october)
    #expect(
      report.side.text.plain.contains("No conversation that began in this month was open when the data ended"))
    #expect(!report.personal)
  }
}
