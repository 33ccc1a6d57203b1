import SQL
import Testing

@testable import Reports

@Suite struct FigureTableTests {
  private static let topics = ResultTable(
    "topic n reply_seconds handed_share page", "Returns, 40, 65, 0.255, timelines/ab/abc.html#s-abc",
    "Delivery, 90, 3600, 0.5, https://example.com/a?b=c", "Sizes, 7, -, -, javascript:alert(1)", "Gifts, 3, 5, 1, -")

  @Test func formatsByNameAndValue() throws {
    let bench = try FigureBench(["topics": FigureTableTests.topics])
    let report = try bench.report(.table, "from: topics\ncolumns: [topic, n, reply_seconds, handed_share]")
    #expect(
      report.body.cells(of: "it") == [
        "Topic | N | Reply | Handed share", "Returns | 40 | 1 min | 25.5%", "Delivery | 90 | 1 h | 50.0%",
        "Sizes | 7 | – | –", "Gifts | 3 | 5 s | 100.0%",
      ])
    #expect(report.body.text.contains("<pre tabindex=\"0\"><code>select * from topics where n &lt; 3</code></pre>"))
    #expect(
      report.file("reports/weekly.it.csv") == """
        topic,n,reply_seconds,handed_share
        Returns,40,65,0.255
        Delivery,90,3600,0.5
        Sizes,7,,
        Gifts,3,5,1

        """)
  }

  @Test func sortsSumsTheRestAndTotals() throws {
    let bench = try FigureBench(["topics": FigureTableTests.topics])
    let report = try bench.report(
      .table,
      """
      title: What it was about
      from: topics
      columns:
        topic: About
        n: {title: Sessions, bar: ai, unit: ×}
        reply_seconds: {total: max}
        handed_share: {hidden: true}
      sort: -n
      top: 2
      totals: true
      """)
    #expect(
      report.body.cells(of: "it") == [
        "About | Sessions | Sessions as a bar | Reply", "Delivery | 90 × |  | 1 h", "Returns | 40 × |  | 1 min",
        "2 others | 10 × |  | 5 s", "All | 140 × |  | 1 h",
      ])
    #expect(report.body.text.contains("<caption id=\"it-caption\">What it was about</caption>"))
    #expect(report.body.text.components(of: "f-ai") == 2)
    #expect(report.file("reports/weekly.it.csv")?.hasPrefix("topic,n,reply_seconds,handed_share\nDelivery,90") == true)
  }

  @Test func linksOnlyToSafeAddresses() throws {
    let bench = try FigureBench(["topics": FigureTableTests.topics])
    let own = try bench.report(.table, "from: topics\ncolumns: {topic: {link: page}}").body.text
    #expect(own.contains("<a href=\"../timelines/ab/abc.html#s-abc\">Returns</a>"))
    #expect(own.contains("<a href=\"https://example.com/a?b=c\">Delivery</a>"))
    #expect(own.contains("<span class=\"name\">Sizes</span>"))
    let made = try bench.report(.table, "from: topics\ncolumns: {topic: {link: \"https://x.example/{page}\"}}").body
      .text
    #expect(made.contains("<a href=\"https://x.example/javascript%3Aalert%281%29\">Sizes</a>"))
    #expect(made.contains("<span class=\"name\">Gifts</span>"))
  }

  @Test(arguments: [
    ("timelines/ab/x.html", true), ("a.html#e-1", true), ("../a.html", false), ("/a.html", false), ("a//b.html", false),
    ("a.html#\"x", false), ("a.pdf", false), ("//host/a.html", false), (".x/a.html", false), ("a.html?x", false),
  ])
  func knowsTheSitesOwnAddresses(_ address: String, _ isOurs: Bool) {
    #expect(SafeAddress.isOurs(address) == isOurs, "\(address)")
  }

  @Test(arguments: [
    ("https://example.com/a", true), ("http://example.com", false), ("https://", false), ("https://a b", false),
    ("https://user@host/", false), ("https://x/\"", false), ("HTTPS://x", false), ("https://x/é", false),
  ])
  func knowsSecureAddresses(_ address: String, _ isSecure: Bool) {
    #expect(SafeAddress.isSecure(address) == isSecure, "\(address)")
  }

  @Test func escapesWhatTheDataHolds() throws {
    let hostile = "\"><script>alert('x')</script>{{ n }}"
    let table = ResultTable(columns: ["=a", hostile], rows: [[.text(hostile), .text("=1+2")]])
    let bench = try FigureBench(["topics": table])
    let report = try bench.report(.table, "from: topics\ntitle: <b>")
    #expect(!report.body.text.contains("<script"))
    #expect(report.body.text.contains("&lt;b&gt;"))
    #expect(report.file("reports/weekly.it.csv")?.hasPrefix("'=a,") == true)
    #expect(report.file("reports/weekly.it.csv")?.hasSuffix(",'=1+2\n") == true)
  }

  @Test func saysThatThereAreNoRows() throws {
    let bench = try FigureBench(["topics": ResultTable("topic n")])
    for (kind, body) in [
      (FigureBlock.Kind.table, "from: topics"), (.metric, "from: topics\nvalue: n"),
      (.chart, "type: bar\nfrom: topics\nx: topic\ny: n"),
    ] {
      let text = try bench.report(kind, body).body.text
      #expect(text.contains("<p>The query topics gave no rows for 2–29 March 2026.</p>"), "\(kind)")
      #expect(!text.contains("<svg"), "\(kind)")
    }
  }

  @Test func refusesTextWhereANumberIsDue() throws {
    let bench = try FigureBench(["q": ResultTable("topic wait_seconds", "a, 5", "b, soon")])
    #expect(
      bench.faults(.table, "from: q") == """
        weekly.md:10:1: error: the query `q` gives `soon` in row 2 of `wait_seconds`, expected a number of seconds
          ```table it
          ^
        = help: make it a number in the query, with `cast(wait_seconds as real)`
        """)
    #expect(
      try bench.report(.table, "from: q\ncolumns: {wait_seconds: {format: text}}").body.cells(of: "it").count == 3)
  }

  @Test func drawsCurvesFromJoinedValues() throws {
    let bench = try FigureBench(["q": ResultTable("topic n days", "a, 5, 1|2||4", "b, 1, -")])
    let report = try bench.report(.table, "from: q\ncolumns: {topic: , n: {spark: days}}")
    #expect(report.body.text.components(of: "<svg class=\"spark") == 1)
    #expect(report.body.text.contains("<title>N: lowest 1, highest 4, last 4.</title>"))
  }

  @Test func marksNamesAsPersonal() throws {
    var bench = try FigureBench(["q": ResultTable("n", "1")])
    bench.reads = ["customers": ["id"]]
    #expect(try !bench.report(.table, "from: q").personal)
    #expect(try !bench.report(.table, "from: q\ntitle: \"{{ q.n }}\"").personal)
    bench.reads = ["customers": ["id", "name"]]
    #expect(try LiveNumber.read("q.n", place: .init(path: "x"), scope: bench.scope).isPersonal)
    #expect(try bench.report(.table, "from: q").personal)
  }

  @Test(arguments: [
    (ResultValue.integer(1234), FigureFormat?.none, "1,234"), (.real(2.25), nil, "2.3"), (.real(3), .number, "3"),
    (.real(0.2855), .percent, "28.6%"), (.integer(90), .duration, "1 min"), (.real(-1.5), .number, "−1.5"),
    (.text("2026-03-04"), .date, "Wed 4 Mar"), (.text("2025-03-04"), .date, "Tue 4 Mar 2025"),
    (.text("2026-03"), .date, "March 2026"), (.text("2026-03-04T10:05:00.000Z"), .time, "4 Mar 2026, 10:05"),
    (.null, .percent, "–"), (.integer(7), .text, "7"), (.real(2.6), .count, "3"),
  ])
  func writesValues(_ value: ResultValue, _ format: FigureFormat?, _ expected: String) throws {
    #expect(try FigureBench().context.text(value, format)?.replacing("\u{A0}", with: " ") == expected)
  }

  @Test(arguments: ["2026-02-30", "2026-3-04", "2026-13-01", "soon", "2026-03-04x"])
  func knowsNoSuchDay(_ text: String) throws {
    #expect(try FigureBench().context.text(.text(text), .date) == nil)
  }

  @Test func fillsSentences() throws {
    var bench = try FigureBench([
      "week": ResultTable("n reply_seconds name", "1200, 65, <b>", "3, 4, x"), "none": ResultTable("n"),
    ])
    bench.parameters = ["channel": .text("chat")]
    #expect(try bench.live(" week.n ") == "1,200")
    #expect(try bench.live("week.reply_seconds") == "1 min")
    #expect(try bench.live("week.reply_seconds count") == "65")
    #expect(try bench.live("week.name") == "<b>")
    #expect(try bench.live("none.n") == "–")
    #expect(try bench.live("page.channel") == "Chat")
    #expect(
      bench.liveMistake("week.name count").hasPrefix("weekly.md:3:4: error: `week.name` is `<b>`, expected a number"))
  }
}
