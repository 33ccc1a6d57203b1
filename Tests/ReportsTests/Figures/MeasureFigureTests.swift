import Charts
import Diagnostics
import SQL
import Testing
import Time

@testable import Reports

@Suite struct MeasureFigureTests {
  private func bench() throws -> FigureBench {
    var bench = try FigureBench()
    bench.context = try Shop.example().context
    bench.book = try MeasureBooks.builtIn()
    bench.parameters = ["channel": .text("chat")]
    return bench
  }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test func showsAMeasureLikeAHeadlineFigure() throws {
    let report = try bench().report(.metric, "measures: [sessions, handoff_rate]")
    let text = plain(report.body.text)
    #expect(text.contains("<p class=\"n\">6</p>"))
    #expect(text.contains("<p class=\"n\">33.3%</p>"))
    #expect(text.contains("of 6 AI sessions"))
    #expect(text.contains("by an AI session&#39;s start"))
    #expect(text.components(of: "class=\"spark") == 2)
    #expect(text.contains("Counted are AI sessions, placed in time by an AI session&#39;s start, of "))
    #expect(
      report.files.first.map { String(decoding: $0.bytes, as: UTF8.self) }?
        .hasPrefix("measure,value,n,low,high,before\nsessions,6,") == true)
  }

  @Test func breaksMeasuresDownInATable() throws {
    let report = try bench().report(
      .table,
      "measures: [sessions, handoff_rate]\nby: channel\ntotals: true\ncolumns: {channel: , sessions: {bar: true, spark: sessions}, handoff_rate: }"
    )
    let rows = report.body.cells(of: "it")
    #expect(
      rows.first
        == "Channel | AI sessions | AI sessions as a bar | AI sessions as a curve | Hand-off rate",
      "the sessions of a row are the n of its rate")
    #expect(rows.last == "All | 6 |  |  | 33.3%")
    #expect(report.body.text.components(of: "class=\"spark") == 1, "all sessions came by one channel")
    #expect(!report.body.text.contains("‹"))
  }

  @Test func keepsWhatTheFilterAsks() throws {
    let body = "measures: sessions\nwhere: {channel: \"{{ page.channel }}\"}"
    var bench = try bench()
    #expect(try plain(bench.report(.metric, body).body.text).contains("<p class=\"n\">6</p>"))
    bench.parameters = ["channel": .text("email")]
    #expect(try plain(bench.report(.metric, body).body.text).contains("<p class=\"n\">0</p>"))
    bench.parameters = ["channel": .text("chat")]
    #expect(
      bench.mistakes(.table, "measures: sessions\nby: channel\nwhere: {channel: \"{{ page.chanel }}\"}")
        .hasPrefix(
          "weekly.md:13:18: error: unknown column `page.chanel`, expected one of `page.channel`"))
  }

  @Test func drawsMeasuresByDayAsTheBlockAsks() throws {
    let bench = try bench()
    for kind in ["bar", "line", "area", "spark"] {
      let report = try bench.report(.chart, "type: \(kind)\nmeasures: [sessions]\nby: day")
      #expect(report.body.cells(of: "it-table").count == bench.context.page.period.days + 1, "\(kind)")
      #expect(!report.body.text.contains("‹") && !report.side.text.contains("‹"))
    }
  }

  @Test(arguments: [
    ("sessions", "6"), ("handoff_rate", "33.3%"), ("handoff_rate.n", "6"), ("handoff_rate number", "0.3"),
  ])
  func fillsSentencesWithMeasures(_ text: String, _ expected: String) throws {
    #expect(try bench().live(text) == expected)
  }

  @Test func namesTheNearestMeasureAndPart() throws {
    #expect(
      try bench().liveMistake("handof_rate") == """
        weekly.md:3:6: error: unknown query or measure `handof_rate`
          So {{handof_rate}} it is.
               ^
        = help: did you mean `handoff_rate`?
        """)
    #expect(
      try bench().liveMistake("handoff_rate.befor").hasPrefix(
        "weekly.md:3:6: error: unknown part of a measure `befor`, expected one of `value`, `n`, `change`, `before`, `low`, `high`"
      ))
  }

  @Test func tellsAQueryFromAMeasure() throws {
    var bench = try bench()
    bench.tables["sessions"] = ResultTable("n", "1")
    #expect(
      bench.liveMistake("sessions").hasPrefix(
        "weekly.md:3:6: error: `sessions` is a query of this page and a measure, expected one"))
  }

  @Test func namesTheMeasuresThatItAsksFor() throws {
    let block = try bench().block(
      .table, "title: \"{{ contacts }} of {{ sessions }}\"\nmeasures: [sessions, handoff_rate]\nby: channel\n")
    #expect(block.measures == ["sessions", "handoff_rate", "contacts"])
  }

  @Test func needsADimensionForRows() throws {
    #expect(
      try bench().mistakes(.table, "measures: [sessions]").hasPrefix(
        "weekly.md:11:1: error: expected `by: DIMENSION` with `measures`, one of `day`, `week`"))
    #expect(
      try bench().mistakes(.table, "measures: [sesions]\nby: chanel") == """
        weekly.md:12:5: error: unknown dimension `chanel`, expected one of `day`, `week`, `month`, `weekday`, `hour`, `channel`, `agent`, `brand`
          by: chanel
              ^
        = help: did you mean `channel`?
        weekly.md:11:12: error: unknown measure `sesions`
          measures: [sesions]
                     ^
        = help: did you mean `sessions`?
        """)
  }
}
