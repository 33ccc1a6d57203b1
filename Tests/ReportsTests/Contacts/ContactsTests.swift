import Reports
import Testing
import Time

@Suite struct ContactsTests {
  let example: Example

  init() throws { example = try Shop.example() }

  private func report(_ name: String, by unit: String? = nil) throws -> Report {
    try example.report(name, unit.map { ["by": $0] } ?? [:], at: "contacts.html")
  }

  @Test func opensWithHowContactsBegan() throws {
    let lede = try report("contacts-lede")
    #expect(lede.side.text == "Contact Summary<br>8–14 September 2025")
    #expect(
      lede.body.text.plain
        == "4 contacts ended in one week: 2 after a hand-off from the AI, 1 that came to the team directly and "
        + "1 that the team began. 3 answered, 1 unanswered. Half of the 2 first replies came within 4 min. "
        + "The last day was not over: the data ends at 12:01.")
  }

  @Test func saysThatOnlyTeamWorkIsCounted() throws {
    let box = try report("contacts-box")
    #expect(box.placement == .full)
    #expect(box.body.text.contains("<strong>This page counts team-handled work only.</strong>"))
    #expect(box.body.text.contains("<a href=\"sessions.html\">Sessions</a>"))
  }

  @Test func showsFourFigures() throws {
    #expect(
      try report("contacts-figures").body.figures == [
        "Contacts 4 +4 from 0 3 answered, 1 unanswered", "After a hand-off 2 +2 from 0 1 direct, 1 outbound",
        "Median first team reply 4 min from – of 2 first replies",
        "Median handling time 20 min from – of 4 contacts",
      ])
  }

  @Test func placesContactsByTheirEnd() throws {
    let report = try report("contacts-per-day")
    #expect(
      report.body.rows(of: "contacts-per-day-table")[1...4] == [
        "Tue 9 Sep | 2 | 2 | 0 | 0 | 1 | 1 | 4 min | 0 s", "Wed 10 Sep | 1 | 0 | 1 | 0 | 1 | 0 | 2 h | 2 h 5 min",
        "Thu 11 Sep | 1 | 0 | 0 | 1 | 1 | 0 | – | 30 min", "Fri 12 Sep | 0 | 0 | 0 | 0 | 0 | 0 | – | –",
      ])
    #expect(report.side.text.plain.contains("2 contacts on Tue 9 Sep, the busiest day."))
  }

  @Test func breaksDownByChannel() throws {
    let report = try report("contacts-by-channel")
    #expect(
      report.body.rows(of: "contacts-by-channel-table") == [
        "Chat | 2 |  | 1 | 4 min |  | 1 | 0 s", "Email | 2 |  | 0 | 2 h |  | 1 | 30 min",
        "All | 4 |  | 1 | 4 min |  | 2 | 20 min",
      ])
  }

  @Test func namesAgentsInAlphabeticalOrder() throws {
    let report = try report("contacts-by-agent")
    #expect(report.personal)
    #expect(
      report.body.rows(of: "contacts-by-agent-table") == [
        "Ada | 1 |  | 0 | 2 h |  | 1 | 2 h 5 min", "Gil | 2 |  | 0 | 4 min |  | 1 | 20 min",
        "No agent wrote | 1 |  | 1 | – |  | 0 | 0 s", "All | 4 |  | 1 | 4 min |  | 2 | 20 min",
      ])
    #expect(report.side.text.plain.contains("not a ranking"))
    #expect(
      report.file("contacts-by-agent.csv")?.pieces(by: "\n")[1].hasPrefix("g2,Ada,1,1,0,0,1,1,0,7200,7200,1,7500")
        == true)
  }

  @Test func countsContactOfTwoAgentsOnceForEach() throws {
    let example = try Shop.example(
      """
      id,customer,at,kind,actor,channel,actor_id,actor_name,to
      1,a,2025-09-09T10:00:00Z,message,customer,email,,,team
      2,a,2025-09-09T10:10:00Z,message,agent,email,g1,=Bea,
      3,a,2025-09-09T10:20:00Z,message,agent,email,g2,abe,
      4,a,2025-09-09T10:30:00Z,contact_ended,agent,email,g1,,
      5,b,2025-09-09T10:00:00Z,message,agent,email,,,
      6,b,2025-09-09T10:30:00Z,contact_ended,agent,email,,,
      """)
    let report = try example.report("contacts-by-agent")
    #expect(
      report.body.rows(of: "contacts-by-agent-table") == [
        "=Bea | 1 |  | 0 | 10 min |  | 1 | 30 min", "abe | 1 |  | 0 | 10 min |  | 1 | 30 min",
        "Agents without a name | 1 |  | 0 | – |  | 0 | 30 min", "All | 2 |  | 0 | 10 min |  | 1 | 30 min",
      ])
    #expect(report.files[0].text.contains("\ng1,'=Bea,1,"), "guarded against formulas")
    #expect(report.side.text.plain.contains("once in the total and once for each of them"))
  }

  @Test func summarisesByDayWeekAndMonth() throws {
    let total = "4 | 1 | 2 | 1 | 3 | 1 | 4 min | 2 h | 2 | 20 min | 2 h 5 min"
    let further = "3 | 1.0 | 2 | 2 | 1 | 0 | 0 | 1"
    let days = try report("contacts-summary", by: "day").body
    #expect(days.rows(of: "contacts-by-day").count == 8)
    #expect(days.rows(of: "contacts-by-day").last == "All | " + total)
    #expect(
      days.rows(of: "contacts-by-day")[2]
        == "Wed 10 Sep | 1 | 0 | 0 | 1 | 1 | 0 | 2 h | 2 h | 1 | 2 h 5 min | 2 h 5 min")
    #expect(days.rows(of: "contacts-by-day-more")[2] == "Wed 10 Sep | 1 | 2.0 | 1 | 1 | 0 | 0 | 0 | 0")
    let weeks = try report("contacts-summary", by: "week").body
    #expect(weeks.rows(of: "contacts-by-week") == ["8 Sep – 14 Sep, not over | " + total, "All | " + total])
    #expect(weeks.rows(of: "contacts-by-week-more").last == "All | " + further)
    let months = try report("contacts-summary", by: "month").body.rows(of: "contacts-by-month")
    #expect(months == ["September 2025, not over | " + total, "All | " + total])
    #expect(
      try report("contacts-summary", by: "week").file("contacts-by-week.csv") == """
        first_day,last_day,ended,inbound,outbound,handed_off,direct,answered,unanswered,first_reply_median_seconds,\
        first_reply_p90_seconds,first_replies,handling_median_seconds,handling_p90_seconds,messages,agents,\
        ended_by_ended,ended_by_closed,ended_by_inactivity,ended_by_lapsed,ended_by_window
        2025-09-08,2025-09-14,4,3,1,2,1,3,1,240,7200,2,1200,7500,4,2,2,1,0,0,1

        """)
  }

  @Test func saysThatNoContactEnded() throws {
    let example = try Example(
      ["events.csv": Shop.export], asOf: "2025-09-08T00:00:00Z", first: "2025-09-01", last: "2025-09-07")
    #expect(try example.report("contacts-lede").body.text.plain == "No contact ended in one week.")
    #expect(try example.report("contacts-by-agent").body.rows(of: "contacts-by-agent-table").count == 1)
    #expect(try example.report("contacts-summary").body.rows(of: "contacts-by-day")[1].hasPrefix("Tue 2 Sep | 0 | 0"))
  }
}

extension Report.File {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
