import Charts
import SQL
import Testing
import Time

@testable import Reports

@Suite struct FigureChartTests {
  private static let days = ResultTable(
    "day channel n", "2026-03-26, chat, 4", "2026-03-26, email, 1", "2026-03-27, chat, 6", "2026-03-29, chat, 2")

  /// What a plot is drawn from.
  private func data(_ bench: FigureBench, _ body: String) throws -> PlotData {
    guard case .chart(let spec) = try bench.block(.chart, body).spec else { throw NoChart() }
    let desk = FigureDesk(
      id: "it", place: .init(path: "weekly.md"), context: bench.context, data: bench.data)
    return try PlotDataBuilder(desk: desk, spec: spec, rows: try desk.rows(spec.source)).build()
  }

  private struct NoChart: Error {}

  @Test func keepsDaysWithoutARowAsGapsAndMarksTheLast() throws {
    let bench = try FigureBench(["q": FigureChartTests.days])
    let data = try data(bench, "type: bar\nfrom: q\nx: day\ny: n\nseries: channel")
    #expect(data.axis == .days(.day))
    #expect(data.places.map(\.label) == ["Thu 26 Mar", "Fri 27 Mar", "Sat 28 Mar", "Sun 29 Mar"])
    #expect(data.places.map(\.hasRow) == [true, true, false, true])
    #expect(data.places.map(\.isUnfinished) == [false, false, false, true])
    #expect(data.series.map(\.name) == ["chat", "email"])
    #expect(data.series.map(\.values) == [[4, 6, nil, 2], [1, nil, nil, nil]])
  }

  @Test func saysItsNumbersAndWhatIsMissing() throws {
    let bench = try FigureBench(["q": FigureChartTests.days])
    let report = try bench.report(.chart, "type: bar\nfrom: q\nx: day\ny: n\nseries: channel\ntitle: By <channel>")
    #expect(
      report.body.cells(of: "it-table") == [
        "Day | Chat | Email", "Thu 26 Mar | 4 | 1", "Fri 27 Mar | 6 | –", "Sat 28 Mar | – | –",
        "Sun 29 Mar, not over | 2 | –",
      ])
    #expect(report.body.text.contains("<h3>By &lt;channel&gt;</h3>"))
    #expect(
      report.body.text.contains(
        "Highest: Fri 27 Mar, 6. First, Thu 26 Mar: 5; last, Sun 29 Mar: 2. Together 13.</desc>"))
    #expect(report.body.text.components(of: "<ul class=\"legend\">") == 1)
    #expect(
      report.side.text.contains(
        "Sun 29 Mar was not over when the data ended, 29 Mar 2026, 22:30: its value is not final."))
    #expect(report.side.text.contains("One place has no row: it is left empty."))
    #expect(report.file("reports/weekly.it.csv")?.hasPrefix("day,channel,n\n2026-03-26,chat,4\n") == true)
  }

  @Test(arguments: [
    ("week", ["2026-03-04", "2026-03-18"], ["2026-03-02", "2026-03-09", "2026-03-16"]),
    ("d", ["2026-03-02", "2026-03-16"], ["2026-03-02", "2026-03-09", "2026-03-16"]),
    ("d", ["2026-01-01", "2026-03-01"], ["2026-01-01", "2026-02-01", "2026-03-01"]),
    ("month", ["2026-01", "2026-03"], ["2026-01-01", "2026-02-01", "2026-03-01"]),
    ("day", ["2026-03-02", "2026-03-04"], ["2026-03-02", "2026-03-03", "2026-03-04"]),
  ])
  func tellsDaysWeeksAndMonths(_ column: String, _ keys: [String], _ places: [String]) throws {
    let table = ResultTable(columns: [column, "n"], rows: keys.map { [.text($0), .integer(1)] })
    let data = try data(FigureBench(["q": table]), "type: bar\nfrom: q\nx: \(column)\ny: n")
    #expect(data.places.map(\.key) == places)
  }

  @Test func marksTheWeekThatHoldsTheEndOfTheData() throws {
    let table = ResultTable("week n", "2026-03-16, 3", "2026-03-23, 1")
    let data = try data(FigureBench(["q": table]), "type: line\nfrom: q\nx: week\ny: n")
    #expect(data.places.map(\.isUnfinished) == [false, true])
  }

  @Test func showsAllHoursAndWeekdays() throws {
    let hours = ResultTable("hour n", "9, 3", "14, 5")
    let data = try data(FigureBench(["q": hours]), "type: bar\nfrom: q\nx: hour\ny: n")
    #expect(data.places.count == 24)
    #expect(data.places[14].label == "14:00")
    #expect(data.series[0].values[8] == nil && !data.places[8].hasRow)
  }

  @Test func sumsTheSmallSeries() throws {
    let table = ResultTable(
      "day topic n", "2026-03-02, a, 1", "2026-03-02, b, 9", "2026-03-02, c, 2", "2026-03-02, d, 5")
    let data = try data(FigureBench(["q": table]), "type: bar\nfrom: q\nx: day\ny: n\nseries: topic\ntop: 2")
    #expect(data.series.map(\.title) == ["b", "d", "2 others"])
    #expect(data.series.map(\.values) == [[9], [5], [3]])
  }

  @Test func sumsTheRestOfMoreSeriesThanCanBeToldApart() throws {
    var table = ResultTable("day topic n")
    table.rows = (0..<9).map { ResultTable("day topic n", "2026-03-02, t\($0), \(9 - $0)").rows[0] }
    let data = try data(FigureBench(["q": table]), "type: bar\nfrom: q\nx: day\ny: n\nseries: topic")
    #expect(data.series.map(\.title) == (0..<7).map { "t\($0)" } + ["2 others"])
    #expect(data.series.last?.values == [3])
  }

  @Test(arguments: [
    (
      "type: bar\nfrom: q\nx: day\ny: n", ResultTable("day n", "2026-03-02, 1", "2026-03-02, 2"),
      "the query `q` gives two rows for `2026-03-02`, expected one"
    ),
    (
      "type: bar\nfrom: q\nx: day\ny: n", ResultTable("day n", "2026-03-02, many"),
      "the query `q` gives `many` in row 1 of `n`, expected a number"
    ),
    (
      "type: line\nfrom: q\nx: day\ny: n", ResultTable("day n", "soon, 1"),
      "the query `q` gives `soon` in row 1 of `day`, expected a day such as `2026-05-04`"
    ),
    (
      "type: line\nfrom: q\nx: day\ny: n\nscale: log", ResultTable("day n", "2026-03-02, 0", "2026-03-03, 2"),
      "`n` is 0 at `2026-03-02`, expected more than 0 on a logarithmic scale"
    ),
    (
      "type: flow\nfrom: q\nfrom_column: a\nto_column: b\nvalue: n",
      ResultTable("a b n", "x, y, 1", "y, z, 2", "z, x, 3"),
      "the links of the query `q` go round in a circle, through `x`, expected each to lead on"
    ),
    (
      "type: flow\nfrom: q\nfrom_column: a\nto_column: b\nvalue: n", ResultTable("a b n", "x, y, -1"),
      "the query `q` gives -1.0 in row 1 of `n`, expected a whole number from 0"
    ),
    (
      "type: lanes\nfrom: q", ResultTable("kind started_at ended_at", "sesion, 2026-03-02T10:00:00.000Z, -"),
      "unknown kind in row 1 `sesion`, expected one of `conversation`, `session`, `contact`, `customer`, `ai`, `agent`"
    ),
    (
      "type: bar\nfrom: q\nx: day\ny: n", ResultTable("day n", "0001-01-01, 1", "9999-01-01, 1"),
      "the days of `day` go from 0001-01-01 to 9999-01-01, expected at most 2000 places"
    ),
  ])
  func refusesWhatCannotBeDrawn(_ body: String, _ table: ResultTable, _ expected: String) throws {
    let fault = try FigureBench(["q": table]).faults(.chart, body)
    #expect(fault.split(separator: "\n").first.map(String.init) == "weekly.md:10:1: error: " + expected)
  }

  @Test(arguments: [
    ("type: line\nfrom: q\nx: day\ny: n", ResultTable("day n", "2026-03-02, 1", "2026-03-04, 3")),
    ("type: area\nfrom: q\nx: day\ny: [n, m]", ResultTable("day n m", "2026-03-02, 1, 2", "2026-03-04, 3, 1")),
    ("type: histogram\nfrom: q\nvalue: wait_seconds", ResultTable("wait_seconds", "3", "65", "700")),
    ("type: histogram\nfrom: q\nx: bin\ny: n", ResultTable("bin n", "short, 3", "long, 5")),
    ("type: heat\nfrom: q\nx: hour\ny: weekday\nvalue: n", ResultTable("hour weekday n", "9, 1, 4", "23, 7, 1")),
    (
      "type: flow\nfrom: q\nfrom_column: a\nto_column: b\nvalue: n",
      ResultTable("a b n", "x, y, 5", "x, z, 2", "y, z, 1")
    ),
    (
      "type: strips\nfrom: q\nlabel: channel\nvalue: wait_seconds",
      ResultTable("channel wait_seconds", "chat, 5", "chat, 90")
    ),
    (
      "type: strips\nfrom: q\nlabel: l",
      ResultTable("l p10 p25 p50 p75 p90", "chat, 1, 2, 3, 4, 5", "sms, -, -, -, -, -")
    ),
    ("type: spark\nfrom: q\ny: n", ResultTable("n", "1", "3", "-", "2")),
    (
      "type: lanes\nfrom: q",
      ResultTable(
        "kind started_at ended_at", "conversation, 2026-03-02T10:00:00.000Z, 2026-03-02T12:00:00.000Z",
        "session, 2026-03-02T10:00:00.000Z, 2026-03-02T10:30:00.000Z", "ai message, 2026-03-02T10:05:00.000Z, -")
    ),
  ])
  func drawsEveryKindTheSameTwice(_ body: String, _ table: ResultTable) throws {
    let bench = try FigureBench(["q": table])
    let report = try bench.report(.chart, body)
    #expect(report.body.text.contains("<svg"))
    #expect(report.body.cells(of: "it-table").count > 1)
    #expect(!report.body.text.contains("‹") && !report.side.text.contains("‹"), "words that are missing")
    #expect(!report.body.text.contains(" style="))
    #expect(try bench.report(.chart, body).body == report.body)
  }

  @Test func escapesWhatTheDataHoldsInEveryKind() throws {
    let hostile = "\"><script>alert(1)</script>"
    let table = ResultTable(
      columns: ["a", "b", "n"], rows: [[.text(hostile), .text(hostile + "2"), .integer(3)]])
    let bench = try FigureBench(["q": table])
    for body in [
      "type: bar\nfrom: q\nx: a\ny: n", "type: line\nfrom: q\nx: a\ny: n\nseries: b",
      "type: bar\nfrom: q\nx: a\ny: n\nseries: b\nhorizontal: true",
      "type: heat\nfrom: q\nx: a\ny: b\nvalue: n", "type: flow\nfrom: q\nfrom_column: a\nto_column: b\nvalue: n",
      "type: strips\nfrom: q\nlabel: a\nvalue: n",
    ] {
      #expect(try !bench.report(.chart, body).body.text.contains("<script"), "\(body)")
    }
  }

  @Test func placesTheColumnsOfAFlowByTheLongestWay() throws {
    let table = ResultTable("a b n", "x, z, 2", "x, y, 5", "y, z, 1")
    let text = try FigureBench(["q": table]).report(
      .chart, "type: flow\nfrom: q\nfrom_column: a\nto_column: b\nvalue: n"
    ).body.text
    #expect(text.contains("The most went from x to y: 5."))
    #expect(text.components(of: "class=\"ribbon\"") == 3)
  }

  @Test(arguments: [
    (0.0, 700.0, FigureFormat.duration, [0, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720]),
    (3, 17, .count, [2, 4, 6, 8, 10, 12, 14, 16, 18]),
    (0.1, 0.9, .percent, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]),
    (5, 5, .count, [5, 6]), (-3, 3, .number, [-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5]),
  ])
  func findsNiceEdges(_ least: Double, _ most: Double, _ format: FigureFormat, _ expected: [Double]) {
    let edges = BinEdges(from: least, to: most, wanted: 12, format: format).values
    #expect(edges.map { ($0 * 1000).rounded() / 1000 } == expected)
  }

  @Test func keepsBinsFewHoweverFarValuesLie() {
    #expect(BinEdges(from: -1e300, to: 1e300, wanted: 8, format: .number).values.count < 50)
  }

  @Test func countsAnEdgeWithTheNextBin() {
    let edges = BinEdges(from: 0, to: 10, wanted: 2, format: .count)
    #expect(edges.values == [0, 5, 10, 15])
    #expect(edges.counts([0, 4.9, 5, 10]) == [2, 1, 1])
  }

  @Test func keepsAnAuthorsBinsAndLeavesTheLastOpen() throws {
    let rows = ResultTable("wait_seconds", "-5", "0", "59", "60", "4000")
    let page = try FigureBench(["q": rows]).report(
      .chart, "type: histogram\nfrom: q\nvalue: wait_seconds\nbins: [0, 1m, 5m, 1h]")
    #expect(page.body.text.contains("1–5\u{A0}min"))
    #expect(page.body.text.contains("1\u{A0}h +: 1"))
    #expect(page.side.text.contains("One more is not shown."))
  }

  @Test(arguments: ["[5m, 1m]", "[5m, soon]", "[1]"]) func refusesBinsThatDoNotRise(_ bins: String) throws {
    let rows = ResultTable("wait_seconds", "1")
    #expect(throws: (any Error).self) {
      try FigureBench(["q": rows]).report(.chart, "type: histogram\nfrom: q\nvalue: wait_seconds\nbins: \(bins)")
    }
  }

  @Test func drawsAllOthersQuietly() {
    let styles = PlotStyles.styles(["a", "b", ""], role: nil, roles: [], areLines: false)
    #expect(styles == [.init(shade: 5), .init(shade: 2), .init(shade: 0)])
  }

  @Test func tellsSeriesApartByColourAndPattern() {
    let roles: [(series: String, role: Role)] = [("b", .ai), ("d", .ai)]
    let lines = PlotStyles.styles(["a", "b", "c", "d"], role: nil, roles: roles, areLines: true)
    #expect(lines == [.init(.conv), .init(.ai), .init(nil, .diagonal), .init(.ai, .diagonal)])
    let areas = PlotStyles.styles(["a", "b", "c", "d"], role: nil, roles: roles, areLines: false)
    #expect(areas == [.init(shade: 5), .init(.ai), .init(shade: 2), .init(.ai, .diagonal)])
    for areLines in [true, false] {
      let many = PlotStyles.styles((0..<8).map(String.init), role: nil, roles: [], areLines: areLines)
      #expect(Set(many).count == 8)
    }
  }

  @Test func marksLengthsWhereReadersExpectThem() {
    #expect(ValueAxis.lengths([700], .linear) == [0, 300, 600, 900])
    #expect(ValueAxis.lengths([100_000, 3], .log) == [10, 60, 300, 1800, 7200, 28_800, 86_400])
  }

  @Test func showsAMetricOfAQuery() throws {
    let bench = try FigureBench(["q": ResultTable("handed_share n before", "0.255, 1200, 0.3")])
    let text = try bench.report(.metric, "from: q\nvalue: handed_share\nn: n\ncompare: before\ntitle: Handed off").body
      .text
    #expect(text.contains("<p class=\"n\">25.5%</p>"))
    #expect(text.contains("<p class=\"d\"><b>−4.5 pts</b> from 30.0%</p>"))
    #expect(text.contains("<p class=\"d\">of 1,200</p>"))
  }
}
