import Files
import Reports
import Testing
import Time

@Suite struct OverviewEdgeTests {
  private func chat(_ id: String, _ customer: String, _ at: String, _ conversation: String = "") -> String {
    "\(id),\(customer),\(at),message,customer,chat,ai,\(conversation)\n"
  }

  private let header = "id,customer,at,kind,actor,channel,to,conversation\n"

  @Test func saysThatNothingBegan() throws {
    let example = try Shop.example(header + chat("1", "a", "2025-08-01T10:00:00Z"), asOf: "2025-09-15T00:00:00Z")
    func body(_ name: String) throws -> String {
      try example.report(name, at: "index.html").body.text
    }
    #expect(try body("overview-lede").plain == "No conversation began in one week.")
    for name in ["flow", "heat-map", "channels", "demand", "team-wait", "conversations-per-day"] {
      #expect(!(try body(name)).contains("NaN"), "\(name)")
    }
    #expect(
      try example.report("overview-figures").body.figures[3] == "Hand-off rate – from – of 0 AI sessions")
    #expect(
      try example.report("overview-figures").body.figures[0] == "AI sessions 0 0 from 0 by their start")
  }

  @Test func comparesWithNothingWhereTheDataBeginsLater() throws {
    let example = try Shop.example(header + chat("1", "a", "2025-09-09T10:00:00Z"), asOf: "2025-09-15T00:00:00Z")
    #expect(
      try example.report("overview-figures").body.figures[1] == "Conversations 1 no earlier data by their start")
    #expect(try example.report("as-of").body.text.plain.contains("no earlier data"))
    let days = try example.report("conversations-per-day").body.rows(of: "per-day-table")
    #expect(days[0] == "Mon 8 Sep | – | – | – | – | – | – | – | – | –", "before the data begins")
    #expect(days[5] == "Sat 13 Sep | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | –")
  }

  @Test func leavesOutClosesWhoseTimeIsNotOver() throws {
    // Closed by its window on 9 September at 10:00; the customer is back at exactly the end of the 24 h, and within 7 days.
    let events = header + chat("1", "a", "2025-09-08T10:00:00Z") + chat("2", "a", "2025-09-10T10:00:00Z")
    func figures(asOf: String) throws -> [String] {
      try Shop.example(events, asOf: asOf).report("demand").body.figures.map { $0.pieces(by: "before: ")[0] }
    }
    #expect(try figures(asOf: "2025-09-10T10:00:00Z")[1].contains(" 0.0% ") == true)
    #expect(try figures(asOf: "2025-09-10T10:00:00Z")[1].contains("0 of 1 closes"))
    #expect(try figures(asOf: "2025-09-10T09:59:59Z")[1].contains("0 of 0 closes"))
    #expect(try figures(asOf: "2025-09-16T09:59:59Z")[2].contains("0 of 0 closes"))
    #expect(try figures(asOf: "2025-09-16T10:00:00Z")[2].contains("1 of 1 closes"))
  }

  @Test func countsConversationsWithNeitherUnit() throws {
    let example = try Shop.example(
      header + chat("1", "a", "2025-09-09T10:00:00Z") + "2,b,2025-09-10T10:00:00Z,conversation_reopened,agent,,,X\n")
    #expect(try example.report("overview-lede").body.text.plain.contains("One held neither."))
    #expect(try example.report("flow").body.rows(of: "flow-table")[5] == "Neither | 1 | 50.0% | – | –")
    #expect(try example.report("conversations-per-day").side.text.plain.contains("Neither"))
  }

  @Test func countsHoursAndDaysOnTheSitesClock() throws {
    // On 2 November 2025 clocks in New York go back: 01:30 comes twice, and the day has 25 hours.
    let events =
      header + chat("1", "a", "2025-11-02T05:30:00Z") + chat("2", "b", "2025-11-02T06:30:00Z")
      + chat("3", "c", "2025-11-03T04:30:00Z")
    let zone = try Zone.load("America/New_York") { try? DiskFileSource().read("/usr/share/zoneinfo/" + $0) }
    let example = try Example(
      ["events.csv": events], zone: zone, asOf: "2025-11-03T05:00:00Z", first: "2025-11-02", last: "2025-11-02")
    #expect(try example.report("heat-map").side.text.plain.contains("Busiest on Sunday from 01:00."))
    #expect(
      try example.report("conversations-per-day").body.rows(of: "per-day-table").first
        == "Sun 2 Nov | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 3 | –")
  }

  @Test func comparesMonthWithTheMonthBefore() throws {
    let events =
      header + chat("1", "a", "2025-08-05T10:00:00Z") + chat("2", "b", "2025-09-02T10:00:00Z")
      + chat("3", "c", "2025-09-20T10:00:00Z")
    let example = try Shop.example(events)
    func month(_ name: String) throws -> Report {
      try example.report(
        name, [:], "2025-09/index.html", .month, .month(of: CivilDate(year: 2025, month: 9, day: 1)))
    }
    #expect(try month("overview-figures").body.figures[1] == "Conversations 2 +100.0% from 1 by their start")
    #expect(
      try month("overview-lede").body.text.plain
        == "2 customers had 2 conversations in September 2025. 2 stayed with the AI, 0 began with the AI and reached "
        + "the team, and 0 stayed with the team. "
        + "The month is not over: the data ends on 20 Sep 2025, 10:00.")
    let days = try month("conversations-per-day").body.rows(of: "per-day-table")
    #expect(days[1] == "Tue 2 Sep | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1", "compared with 5 August, a Tuesday")
    #expect(days[20] == "Sun 21 Sep | – | – | – | – | – | – | – | – | –", "after the end of the data")
    #expect(try month("conversations-per-day").file("2025-09/overview-per-day.csv") != nil)
  }

  @Test func addsUpTheEarlierDaysThatItShows() throws {
    // 25 August lies four weeks before 22 September, which the data does not cover.
    let events =
      header + chat("1", "a", "2025-08-05T10:00:00Z") + chat("2", "b", "2025-08-25T10:00:00Z")
      + chat("3", "c", "2025-09-20T10:00:00Z")
    let days = try Shop.example(events).report(
      "conversations-per-day", [:], "2025-09/index.html", .month, .month(of: CivilDate(year: 2025, month: 9, day: 1)))
    let rows = days.body.rows(of: "per-day-table")
    #expect(rows.filter { $0.hasSuffix(" | 1") } == ["Tue 2 Sep | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1", rows[30]])
    #expect(rows[30] == "All | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1")
  }

  @Test func tellsWaitsThatNothingRecords() throws {
    // Of a hand-off that the export records, an agent's message may follow at the same instant.
    let recorded = header + chat("1", "a", "2025-09-09T10:00:00Z") + "2,a,2025-09-09T10:05:00Z,handoff,ai,chat,,\n"
    let reply = "3,a,2025-09-09T10:05:00Z,message,agent,chat,,\n"
    func side(_ events: String) throws -> String { try Shop.example(events).report("team-wait").side.text.plain }
    #expect(try !side(recorded + reply).contains("has no record of its own"))
    #expect(try side(recorded).contains("Nobody who was handed off was answered."))
    let unrecorded = header + chat("1", "a", "2025-09-09T10:00:00Z")
    #expect(try side(unrecorded + reply).contains("For one hand-off the export has no record of its own"))
    #expect(try side(unrecorded).contains("No conversation that began in this time was handed off."))
  }

  @Test func speaksOfOneConversationAsOfOne() throws {
    let flow = try Shop.example(header + chat("1", "a", "2025-09-09T10:00:00Z")).report("flow")
    #expect(flow.side.text.plain.contains("100% of the one conversation that began with the AI also stayed there."))
    #expect(flow.body.text.contains(">conversation</text>"))
  }

  @Test func subtractsTheLengthsThatItShows() throws {
    // 3 min 59 s a week before, then 5 min 1 s: the difference is 1 min 2 s, of the minutes that are shown 2.
    func contact(_ id: String, _ day: String, _ reply: String) -> String {
      "\(id)1,\(id),2025-09-\(day)T10:00:00Z,message,customer,chat,team,\n"
        + "\(id)2,\(id),2025-09-\(day)T10:\(reply)Z,message,agent,chat,,\n"
        + "\(id)3,\(id),2025-09-\(day)T11:00:00Z,conversation_closed,agent,chat,,\n"
    }
    let example = try Shop.example(header + contact("a", "02", "03:59") + contact("b", "09", "05:01"))
    #expect(
      try example.report("contacts-figures").body.figures[2]
        == "Median first team reply 5 min +2 min from 3 min of one first reply")
  }

  @Test func warnsOfWrongClock() throws {
    let events = header + chat("1", "a", "2025-09-08T10:00:00Z") + chat("2", "b", "2025-09-16T10:00:01Z")
    #expect(try Shop.example(events).report("as-of").body.text.plain.contains("8 days"))
    #expect(
      try !Shop.example(events, asOf: "2025-09-16T10:00:02Z").report("as-of").body.text.contains("<strong>"),
      "an instant that was given is taken")
  }
}
