import Grouping
import Reports
import Testing
import Time

@Suite struct SessionsTests {
  /// The contract's worked example, a Session that the AI left unanswered, and one that is open when the data ends.
  static let export = """
    id,customer,at,kind,actor,channel,actor_id,actor_name,conversation,customer_name,text
    a1,ana,2025-09-18T10:00:00Z,message,customer,chat,,,,Ana Lima,Where is my order?
    a2,ana,2025-09-18T10:00:30Z,message,ai,chat,bot,Sidekick,,,On its way.
    a3,ana,2025-09-18T10:15:00Z,message,customer,chat,,,,,Thanks
    a4,ana,2025-09-18T17:00:00Z,message,customer,chat,,,,,=1+1
    a5,ana,2025-09-18T17:02:00Z,message,ai,chat,bot,Sidekick,,,Let me see.
    a6,ana,2025-09-18T17:10:00Z,handoff,ai,chat,bot,Sidekick,,,
    a7,ana,2025-09-18T17:13:00Z,message,agent,chat,g1,Ben,,,Hello
    a8,ana,2025-09-18T17:25:00Z,conversation_closed,agent,chat,g1,Ben,,,
    b1,bo,2025-09-18T23:30:00Z,message,customer,sms,,,B-1,+Bo,anyone?
    c1,cy,2025-09-20T09:00:00Z,message,ai,chat,bot,Sidekick,,,Hi
    """

  let example: Example

  init() throws {
    var settings = ReportSettings()
    settings.sessionsWithMessages = true
    // b1 counts as a Session because its channel is routed to the AI.
    example = try Example(
      ["events.csv": Self.export], rules: RuleSet(base: [("routes.sms", "ai")]), settings: settings)
  }

  @Test func opensDayWithItsCounts() throws {
    let report = try example.report("sessions-lede", day: "2025-09-18")
    #expect(report.placement == .lede)
    #expect(report.side.text == "AI Sessions Detail<br>Thursday 18 September 2025")
    #expect(
      report.body.text.plain
        == "3 AI sessions began on this day. 1 ended with the AI, 1 by hand-off to the team. "
        + "In 1, the AI did not respond. Half were active for no more than 2 min.")
  }

  @Test func opensPeriodWithItsCounts() throws {
    let report = try example.report("sessions-lede")
    #expect(report.side.text == "AI Sessions Detail<br>1–28 September 2025")
    #expect(report.body.text.plain.hasPrefix("4 AI sessions began in 28 days."))
    #expect(report.body.text.plain.contains("One is still open."))
    #expect(report.body.text.plain.hasSuffix("The last day was not over when the data ended."))
  }

  @Test func saysThatNothingBegan() throws {
    let report = try example.report("sessions-lede", day: "2025-09-19")
    #expect(report.body.text.plain == "No AI session began on this day.")
  }

  @Test func writesEveryColumnAsCSV() throws {
    let csv = try example.report("sessions-detail", day: "2025-09-18").file("sessions/2025-09-18.csv")
    #expect(
      csv == """
        id,conversation,customer,customer_name,brand,channel,ai_agent,started_at,last_activity_at,ended_at,\
        duration_seconds,active_seconds,end_reason,outcome,handed_off_at,contact,customer_messages,ai_messages,\
        first_reply_at,first_reply_seconds,team_wait_seconds
        s:a1,c:a1,ana,Ana Lima,,chat,Sidekick,2025-09-18T10:00:00.000Z,2025-09-18T10:15:00.000Z,\
        2025-09-18T12:15:00.000Z,8100,900,inactivity,ended in AI,,,2,1,2025-09-18T10:00:30.000Z,30,
        s:a4,c:a1,ana,Ana Lima,,chat,Sidekick,2025-09-18T17:00:00.000Z,2025-09-18T17:02:00.000Z,\
        2025-09-18T17:10:00.000Z,600,120,handoff,handed off,2025-09-18T17:10:00.000Z,k:a6,1,1,\
        2025-09-18T17:02:00.000Z,120,180
        s:b1,B-1,bo,'+Bo,,sms,,2025-09-18T23:30:00.000Z,2025-09-18T23:30:00.000Z,2025-09-19T01:30:00.000Z,7200,0,\
        inactivity,did not respond,,,1,0,,,

        """)
  }

  @Test func writesMessagesOnlyWhereTheSiteWantsThem() throws {
    let report = try example.report("sessions-detail", day: "2025-09-18", ["messages": "true"])
    #expect(
      report.file("sessions/2025-09-18-messages.csv") == """
        session,conversation,customer,channel,event,at,actor,actor_name,text
        s:a1,c:a1,ana,chat,a1,2025-09-18T10:00:00.000Z,customer,Ana Lima,Where is my order?
        s:a1,c:a1,ana,chat,a2,2025-09-18T10:00:30.000Z,ai,Sidekick,On its way.
        s:a1,c:a1,ana,chat,a3,2025-09-18T10:15:00.000Z,customer,Ana Lima,Thanks
        s:a4,c:a1,ana,chat,a4,2025-09-18T17:00:00.000Z,customer,Ana Lima,'=1+1
        s:a4,c:a1,ana,chat,a5,2025-09-18T17:02:00.000Z,ai,Sidekick,Let me see.
        s:b1,B-1,bo,sms,b1,2025-09-18T23:30:00.000Z,customer,'+Bo,anyone?

        """)
    #expect(report.personal)
    var quiet = example
    quiet.context.settings.sessionsWithMessages = false
    let files = try quiet.report("sessions-detail", day: "2025-09-18", ["messages": "true"]).files
    #expect(files.map(\.address) == ["sessions/2025-09-18.csv"])
    #expect(try example.report("sessions-detail", day: "2025-09-18").files.count == 1)
  }

  @Test func showsSessionsWithLinksIntoTimelines() throws {
    let table = lines(try example.report("sessions-detail", day: "2025-09-18").body)
    let ana = example.context.audience.address(.timeline, brand: "", customer: "ana").page
    let session = example.context.audience.address(.session, brand: "", customer: "ana", id: "s:a4".utf8)
    let contact = example.context.audience.address(.contact, brand: "", customer: "ana", id: "k:a6".utf8)
    #expect(
      table.contains("<a href=\"../\(ana)#\(session.anchor)\" class=\"id\">\(session.text.prefix(4))</a>"))
    #expect(
      table.contains(
        "<a href=\"../\(ana)#\(contact.anchor)\">Contact <span class=\"id\">\(contact.text.prefix(4))</span></a>"))
    #expect(table.contains("<a href=\"../\(ana)\">Ana Lima</a>"))
    #expect(table.contains("<td class=\"num\" data-v=\"91800\">01:30<sup title=\"next day\">+1</sup></td>"))
    #expect(table.contains("<td>2\u{A0}h without activity, no reply</td>"))
    #expect(table.contains("<tr data-channel=\"sms\" data-how=\"inactivity\">"))
    #expect(
      table.contains(
        "placed in time by its start. Times are UTC; data of 18–20 September 2025, as of 20 Sep 2025, 09:00."))
    #expect(table.components(of: "<tr data-channel") == 3)
  }

  @Test func showsOpenSessionAsOpen() throws {
    let table = lines(try example.report("sessions-detail", day: "2025-09-20").body)
    #expect(table.contains("<td class=\"num quiet\" data-v=\"999999999\">Still open</td>"))
    #expect(table.contains("data-how=\"open\""))
  }

  @Test func givesWholePeriodAsCSVAlone() throws {
    let report = try example.report("sessions-detail")
    #expect(report.file("sessions.csv")?.split(separator: "\n").count == 5)
    #expect(!report.body.text.contains("<table"))
    #expect(report.body.text.contains("href=\"sessions.csv\""))
    #expect(report.body.text.contains("4 AI sessions"))
  }

  @Test func countsDaysOfThePeriod() throws {
    let report = try example.report("sessions-by-day")
    #expect(
      report.file("sessions-by-day.csv")?.split(separator: "\n").filter { !$0.hasSuffix(",0,0,0,0,0,") }
        .joined(separator: "\n") == """
          day,sessions,ended_in_ai,handed_off,did_not_respond,in_progress,median_active_seconds
          2025-09-18,3,1,1,1,0,120
          2025-09-20,1,0,0,0,1,0
          """)
    #expect(report.file("sessions-by-day.csv")?.split(separator: "\n").count == 4, "18 to 20 September")
    let table = lines(report.body)
    #expect(table.contains("<a href=\"sessions/2025-09-18.html\">Thu 18 Sep</a>"))
    #expect(table.contains("<th scope=\"row\" class=\"sticky\"><span class=\"name\">Fri 19 Sep</span></th>"))
    let rows = report.body.rows(of: "sessions-by-day")
    #expect(rows[16] == "Wed 17 Sep | – | – | – | – | – | – | –", "before the data begins")
    #expect(rows[18] == "Fri 19 Sep | 0 | 0 | 0 | 0 | 0 | – | –")
    #expect(rows[19] == "Sat 20 Sep, not over | 1 | 0 | 0 | 0 | 1 | 0.0% | 0 s")
    #expect(table.contains("<td class=\"num\" data-v=\"333333\">33.3%</td>"))
    #expect(report.side.text.plain.contains("The busiest day was Thu 18 Sep, with 3 AI sessions."))
  }

  @Test func drawsThreeHistogramsThatCountAlike() throws {
    let text = try example.report("sessions-histograms").body.text
    #expect(text.contains("Counts: 0–1 min: 2; 2–3 min: 1; 4–5 min: 0; 6–9 min: 0; 10–14 min: 0; 15–29 min: 1"))
    #expect(text.contains("0–1 messages: 2; 2 messages: 1; 3 messages: 1"))
    #expect(text.contains("from 09:00: 2; from 12:00: 0; from 15:00: 1; from 18:00: 0; from 21:00: 1"))
  }

  @Test func leadsFromDayToDay() throws {
    let strip = lines(try example.report("sessions-days", day: "2025-09-18").body)
    #expect(strip.components(of: "<li>") == 30, "no site period: the day's month")
    #expect(
      strip.contains(
        "<a href=\"../sessions/2025-09-18.html\" aria-label=\"Thu 18 Sep, 3 sessions\" aria-current=\"page\">"))
    #expect(strip.contains("<li><a class=\"we\">") || strip.contains("<li><a>"), "days without sessions have no page")
    var near = example
    near.context.settings.period = Period(first: day("2025-09-01"), last: day("2025-09-28"))
    #expect(lines(try near.report("sessions-days", day: "2025-09-18").body).components(of: "<li>") == 28)
  }
}

extension String {
  /// Without tags, and with plain spaces.
  var plain: String { replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ") }
}
