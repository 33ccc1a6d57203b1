import Reports
import Testing
import Time

@Suite struct OverviewTests {
  let example: Example

  init() throws { example = try Shop.example() }

  private func report(_ name: String) throws -> Report { try example.report(name, at: "index.html") }

  @Test func opensWithHowConversationsWent() throws {
    let lede = try report("overview-lede")
    #expect(lede.placement == .lede)
    #expect(lede.side.text == "Conversations by their start<br>8–14 September 2025")
    #expect(
      lede.body.text.plain
        == "6 customers had 7 conversations in one week. 3 stayed with the AI, 3 were with both the AI "
        + "and the team, and 1 stayed with the team. 4 reached the team: 3 answered, 1 unanswered. "
        + "The last day was not over: the data ends at 12:01.")
  }

  @Test func namesWhatTheFiguresRestOn() throws {
    let strip = try report("as-of").body.text
    #expect(strip.contains("<time datetime=\"2025-09-14T12:01:00.000Z\">Sun 14 Sep 2025, 12:01</time>"))
    let words = strip.plain.onOneLine
    #expect(words.contains("the period was not over"))
    #expect(words.contains("Data span2–14 September 2025"))
    #expect(words.contains("Compared withthe week before, of which the data covers 6 days"))
    #expect(words.contains("Rules in force24 h window, 2 h timeout"))
    #expect(words.contains("24 records read, 0 rejected"))
    #expect(strip.contains("href=\"data-quality.html\""))
  }

  @Test func countsEachUnitByItsOwnAnchor() throws {
    #expect(
      try report("overview-figures").body.figures == [
        "AI sessions 6 +500.0% from 1 by their start", "Conversations 7 +600.0% from 1 by their start",
        "Contacts 4 +4 from 0 by their end", "Hand-off rate 33.3% +33.3 pts from 0.0% of 6 AI sessions",
        "Sessions that ended in AI 3 +200.0% from 1 of 6 AI sessions",
        "Median first team reply 4 min from – of 2 first replies",
        "Reopened conversations 0 0 from 0 of 7 conversations",
      ])
  }

  @Test func keepsPathsAndAnswersApartByDay() throws {
    let report = try report("conversations-per-day")
    #expect(
      report.body.rows(of: "per-day-table") == [
        "Mon 8 Sep | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | –", "Tue 9 Sep | 1 | 2 | 0 | 0 | 0 | 1 | 1 | 3 | 1",
        "Wed 10 Sep | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0", "Thu 11 Sep | 0 | 0 | 0 | 1 | 0 | 1 | 0 | 1 | 0",
        "Fri 12 Sep | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0", "Sat 13 Sep | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
        "Sun 14 Sep, not over | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0", "All | 3 | 2 | 1 | 1 | 0 | 3 | 1 | 7 | 1",
      ])
    #expect(
      report.body.text.contains("<title>Tue 9 Sep: 3 (1 AI only, 2 AI and team). Total a week earlier: 1</title>"))
    #expect(report.body.text.contains("class=\"unfinished\""))
    #expect(report.side.text.plain.contains("3 on the busiest day, 0 on the quietest. Weekends carry 14%"))
    #expect(report.side.text.plain.contains("The last day was not over"))
    #expect(
      report.file("overview-per-day.csv")?.pieces(by: "\n")[0...2].joined(separator: "\n") == """
        day,ai_only,ai_then_team,team_then_ai,team_only,neither,answered,unanswered,conversations,days_earlier_7
        2025-09-08,1,0,0,0,0,0,0,1,
        2025-09-09,1,2,0,0,0,1,1,3,1
        """)
  }

  @Test func addsUpInTheFlow() throws {
    let report = try report("flow")
    #expect(
      report.body.rows(of: "flow-table") == [
        "AI sessions, no contact | 3 | 42.9% | – | –", "AI session first, handed off | 2 | 28.6% | 1 | 1",
        "AI session first, a contact without a hand-off | 0 | 0.0% | 0 | 0",
        "Contact first, then an AI session | 1 | 14.3% | 1 | 0", "Contacts, no AI session | 1 | 14.3% | 1 | 0",
        "Neither | 0 | 0.0% | – | –", "All | 7 | 100.0% | 3 | 1",
      ])
    #expect(
      report.body.text.contains(
        "Conversations: 7. Began with an AI session: 5; with a contact: 2; held neither: 0."))
    #expect(report.side.text.plain.contains("60% of the 5 conversations"))
    #expect(report.side.text.plain.contains("4 reached the team: 3 answered, 1 unanswered."))
  }

  @Test func putsConversationUnderTheChannelItBeganOn() throws {
    #expect(
      try report("channels").body.rows(of: "channels-table") == [
        "Chat |  | 5 | 5 | 2 | 1 | 40.0% | 4 min | 1", "Email |  | 2 | 1 | 2 | 0 | 0.0% | 2 h | 1",
      ])
  }

  @Test func addsContactsAndConversationsWithoutOneToDemand() throws {
    let report = try report("demand")
    #expect(
      report.body.figures.map { $0.pieces(by: " Each row")[0] } == [
        "Demand 7 +600.0% from 1 4 contacts + 3 with the AI only",
        "Came back within 24 h 50.0% +50.0 pts from 0.0% 1 of 2 closes after the AI alone",
        "Came back within 7 days – from 0.0% 0 of 0 closes after the AI alone",
      ])
    #expect(report.side.text.plain.contains("4 contacts: 3 answered, 1 unanswered."))
    #expect(
      report.file("overview-demand.csv") == """
        first_day,last_day,demand,contacts,contacts_answered,conversations_ai_only,came_back_24h,came_back_24h_of,\
        came_back_7d,came_back_7d_of
        2025-09-08,2025-09-14,7,4,3,3,1,2,0,0
        2025-09-01,2025-09-07,1,0,0,1,0,1,0,1

        """)
  }

  @Test func measuresTheWaitAfterHandoffs() throws {
    let report = try report("team-wait")
    #expect(
      report.body.rows(of: "team-wait-table") == [
        "Chat | 2 | 1 | 1 | 4 min |  | 4 min", "All channels | 2 | 1 | 1 | 4 min |  | 4 min",
      ])
    #expect(report.side.text.plain.contains("Median wait 4 min, nine tenths within 4 min; 1 answered, 1 unanswered."))
  }

  @Test func leadsToTheSamePageOfEachMonth() throws {
    let page = try example.report(
      "months", [:], "2025-09/contacts.html", .month, .month(of: CivilDate(year: 2025, month: 9, day: 1)))
    #expect(
      lines(page.body)
        == "<nav class=\"pager\" aria-label=\"Months\">\n<ol>\n"
        + "<li><a href=\"../2025-09/contacts.html\" aria-current=\"page\">September 2025</a></li>\n</ol>\n</nav>")
  }
}
