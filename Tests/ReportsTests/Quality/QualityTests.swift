import Grouping
import Reports
import Testing
import Time

@Suite struct QualityTests {
  let example: Example

  init() throws {
    example = try Example(
      [
        "2025-09-01/events.jsonl": """
        {"id":"1","customer":"a","at":"2025-09-01T10:00:00Z","kind":"message","actor":"customer"}
        {"id":"2","customer":"a","at":"yesterday","kind":"message","actor":"agent"}
        {"id":"3","at":"2025-09-01T10:00:00Z","kind":"message","actor":"<b>robot</b>"}
        {"id":"4","customer":"a","at":"2025-09-01T11:00:00Z","kind":"session_ended","actor":"system"}
        {"id":"5","customer":"a","at":"2025-09-01T11:30:00Z","kind":"dance","actor":"system"}
        """,
        "2025-09-02/events.jsonl": """
        {"id":"1","customer":"a","at":"2025-09-01T10:00:00Z","kind":"message","actor":"customer"}
        {"id":"6","customer":"a","at":"last week","kind":"message","actor":"agent"}
        {"id":"7","customer":"b","at":"2025-09-30T10:00:00Z","kind":"message","actor":"agent"}
        """,
      ], asOf: nil)
  }

  @Test func opensWithWhatCouldNotBeRead() throws {
    let report = try example.report("quality-lede", at: "data-quality.html")
    #expect(
      report.body.text.plain
        == "This site rests on 8 records in 2 files. 3 of 8 records (37.50%) could not be used: "
        + "they were rejected and are counted nowhere.")
  }

  @Test func countsRejectedRowsByReason() throws {
    let report = try example.report("quality", ["view": "short"], at: "index.html")
    #expect(report.placement == .row)
    let rows = lines(report.body).split(separator: "\n").map(String.init)
    let at = rows.firstIndex { $0.hasPrefix("<th scope=\"row\"") } ?? 0
    #expect(rows[at].plain == "unreadable instant: at")
    #expect(rows[at + 1].plain == "2")
    #expect(rows[at + 2].plain.hasPrefix("data/2025-09-01/events.jsonl, line 2: “{&quot;id&quot;:&quot;2&quot;"))
    #expect(report.side.text.plain.contains("Still open when the data ended: "))
  }

  @Test func listsFiles() throws {
    let report = try example.report("quality", ["view": "files"], at: "data-quality.html")
    #expect(report.body.text.plain.contains("counted once: 1. Restated by a later file, whose version stands: 0."))
    let csv = report.file("files.csv") ?? ""
    #expect(
      csv.split(separator: "\n").map { $0.split(separator: ",").prefix(5).joined(separator: ",") } == [
        "file,records,rejected,duplicates,restated", "data/2025-09-01/events.jsonl,5,2,0,0",
        "data/2025-09-02/events.jsonl,3,1,1,0",
      ])
  }

  @Test func listsRejectedRowsEscapedAndAsCSV() throws {
    let report = try example.report("quality", ["view": "rejected"], at: "data-quality.html")
    #expect(!report.body.text.contains("<b>"))
    #expect(report.body.text.contains("&lt;b&gt;robot"))
    let csv = report.file("rejected.csv") ?? ""
    #expect(csv.hasPrefix("file,line,offset,reason,text\ndata/2025-09-01/events.jsonl,2,90,unreadable instant: at,"))
    #expect(csv.split(separator: "\n").count == 4)
    #expect(report.personal)
  }

  @Test func showsFirstRowsAndKeepsAllInCSV() throws {
    var settings = ReportSettings()
    settings.rowsPerPage = 2
    var short = example
    short.context.settings = settings
    let report = try short.report("quality", ["view": "rejected"], at: "data-quality.html")
    #expect(lines(report.body).components(of: "<th scope=\"row\"") == 2)
    #expect(report.body.text.contains("The first 2 of 3 rows"))
    #expect(report.file("rejected.csv")?.split(separator: "\n").count == 4)
  }

  @Test func linksAnomaliesToTheirEvents() throws {
    let report = try example.report("quality", ["view": "anomalies"], at: "data-quality.html")
    let audience = example.context.audience
    let event = audience.address(.event, brand: "", customer: "a", id: "4".utf8)
    let page = audience.address(.timeline, brand: "", customer: "a").page
    #expect(report.body.text.contains("<a href=\"\(page)#\(event.anchor)\">1 Sep 2025, 11:00</a>"))
    #expect(report.body.text.contains("The end of a session when none was open"))
    #expect(
      report.file("anomalies.csv")
        == "event,anomaly,at,brand,customer\n4,orphan_session_ended,2025-09-01T11:00:00.000Z,,a\n")
  }

  @Test func namesUnknownKinds() throws {
    let text = lines(try example.report("quality", ["view": "kinds"], at: "data-quality.html").body)
    #expect(text.contains("<th scope=\"row\"><span class=\"name\">dance</span></th>"))
  }

  @Test func tellsOfAWrongClock() throws {
    let notice = example.context.clockNotice?.text.plain ?? ""
    #expect(notice.hasPrefix("The latest event, 30 Sep 2025, 10:00, is 28 days later than the one before it."))
    let asked = try Example(
      [
        "events.csv":
          "id,customer,at,kind,actor\n1,a,2025-09-01T10:00:00Z,note,agent\n2,a,2025-09-30T10:00:00Z,note,agent\n"
      ],
      asOf: "2025-09-15T00:00:00Z")
    #expect(asked.context.clockNotice == nil, "the as-of instant was given")
  }

  @Test func givesAllPartsOnce() throws {
    let report = try example.report("quality", at: "data-quality.html")
    let text = lines(report.body)
    #expect(text.components(of: "<table") == 6)
    #expect(
      report.files.map(\.address) == [
        "data-quality-rejected-by-reason.csv", "files.csv", "rejected.csv", "anomalies.csv", "unknown-kinds.csv",
        "warnings.csv",
      ])
    let ids = text.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func saysSoWhereNothingIsWrong() throws {
    let clean = try Example(events: "id,customer,at,kind,actor\n1,a,2025-09-01T10:00:00Z,message,customer\n")
    let report = try clean.report("quality", ["view": "short"], at: "index.html")
    #expect(report.body.text.contains("No record was rejected."))
    #expect(report.side.text.contains("None was"))
  }
}

@Suite struct RulesInForceTests {
  @Test func namesRulesOnceWhereBrandsShareThem() throws {
    let example = try Example(events: "id,customer,at,kind,actor\n1,a,2025-09-01T10:00:00Z,message,customer\n")
    let text = lines(try example.report("rules-in-force", at: "data-quality.html").body)
    #expect(text.contains("<th scope=\"col\" class=\"long\">In force</th>"))
    #expect(text.plain.contains("Window of a conversation\n24 h"))
    #expect(text.plain.contains("A contact ends after silence of\nno limit"))
    #expect(text.contains("href=\"faq.html#window\""))
  }

  @Test func putsBrandsThatDifferBesideEachOther() throws {
    let rules = try RuleSet(
      base: [("routes.email", "team"), ("routes.<b>", "ai")], brands: ["outlet": [("window", "48h")]])
    let example = try Example(
      [
        "events.csv": """
        id,customer,at,kind,actor,brand
        1,a,2025-09-01T10:00:00Z,message,customer,acme
        2,a,2025-09-01T10:00:00Z,message,customer,outlet
        3,a,2025-09-01T10:00:00Z,message,customer,north
        """
      ], rules: rules)
    let text = lines(try example.report("rules-in-force", at: "data-quality.html").body)
    #expect(text.plain.contains("Rule\nacme, north\noutlet"))
    #expect(text.plain.contains("Window of a conversation\n24 h\n2 days"))
    #expect(text.plain.contains("&lt;b&gt;: to the AI; Email: to the team"))
  }
}
