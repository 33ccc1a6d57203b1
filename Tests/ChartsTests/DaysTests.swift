import Charts
import Testing

struct DaysTests {
  private func day(_ values: [Int], previous: Int? = nil, week: String? = nil, isUnfinished: Bool = false)
    -> BarsPerDay.Day
  {
    BarsPerDay.Day(
      values: values, previous: previous, label: "1", week: week, isUnfinished: isUnfinished, title: "Day <1>")
  }

  @Test func stacksSegmentsWithAGapOfPaperBetween() {
    let days = [day([2, 1], previous: 4, week: "Mon 1 Sep"), day([0, 4], isUnfinished: true)]
    let chart = BarsPerDay(caption: caption(), roles: [.ai, .team], days: days, peak: .init(day: 1, text: "4"))
    #expect(chart.render().text == joined(barsGolden))
  }

  @Test(arguments: [1, 2, 7, 28, 31, 32, 62])
  func drawsAnyNumberOfDays(count: Int) {
    var dice = Dice(seed: UInt64(count))
    let days = (0..<count).map { index in
      day(
        [dice.roll(0..<90), dice.roll(0..<9), dice.roll(0..<9)], previous: dice.roll(0..<120),
        week: index % 7 == 3 ? "Mon" : nil)
    }
    let chart = BarsPerDay(
      caption: caption(), roles: [.ai, .both, .team], days: days, peak: .init(day: count - 1, text: "the most"))
    let svg = chart.render().text
    #expect(faults(of: svg) == [], "seed \(count)")
    #expect(svg.split(separator: "class=\"wd\"").count - 1 <= 31)
  }

  @Test func drawsAnAxisForDaysWithoutAnything() {
    let svg = BarsPerDay(caption: caption(), roles: [.ai], days: [day([0]), day([0])]).render().text
    #expect(faults(of: svg) == [])
    #expect(svg.contains(">4</text>"))
    #expect(!svg.contains("f-ai"))
  }

  @Test func writesALatePeakToTheLeft() {
    let days = (0..<28).map { day([$0]) }
    let chart = BarsPerDay(caption: caption(), roles: [.ai], days: days, peak: .init(day: 27, text: "27 & more"))
    #expect(chart.render().text.contains("text-anchor=\"end\">27 &amp; more</text>"))
  }

  @Test func keepsTheLastWeeksNameInside() {
    let days = (0..<28).map { day([1], week: $0 == 24 || $0 == 27 ? "Mon \($0) Sep" : nil) }
    let svg = BarsPerDay(caption: caption(), roles: [.ai], days: days).render().text
    #expect(svg.contains("<text class=\"major odd\" x=\"86.25%\" y=\"228\">Mon 24 Sep</text>"))
    #expect(!svg.contains("Mon 27 Sep"))
    let last = BarsPerDay(
      caption: caption(), roles: [.ai], days: Array(days.suffix(1) + days.prefix(23) + days.suffix(1)))
    #expect(last.render().text.contains("x=\"100%\" y=\"228\" text-anchor=\"end\">Mon 27 Sep</text>"))
  }

  @Test func breaksACurveWhereAValueIsMissing() {
    let spark = Sparkline(title: "t", role: .ai, current: [1, 2, nil, 4, nil], previous: [0, 0, 0, 0, 0], height: 28)
    #expect(spark.render().text == joined(sparkGolden))
  }

  @Test(arguments: [[5.0], [5, 5, 5]])
  func drawsAConstantCurveInTheMiddle(values: [Double]) {
    let svg = Sparkline(title: "t", current: values, height: 28).render().text
    #expect(svg.contains("<path class=\"dot\" d=\"M100 14h0\"/>"))
  }

  @Test func drawsNoCurveWithoutValues() {
    let svg = Sparkline(title: "t", current: [nil, .nan]).render().text
    #expect(
      svg
        == "<svg class=\"spark\" viewBox=\"0 0 100 44\" preserveAspectRatio=\"none\" role=\"img\"><title>t</title></svg>"
    )
  }

  @Test func shadesCellsByFifthsOfTheLargest() {
    let cells = [0, 7, 8, 21, 22, 28, 29, 35].map { HeatMap.Cell(value: $0, number: "\($0)", title: "t") }
    let map = HeatMap(
      caption: caption(), columns: Array(repeating: "0", count: 8), rows: [.init(label: "Mon", cells: cells)])
    let svg = map.render().text
    #expect(faults(of: svg) == [])
    #expect(values(of: "class", in: svg).filter { $0.hasPrefix("h") } == ["h1", "h2", "h3", "h4", "h4", "h5", "h5"])
  }

  @Test func putsTheLargestOfFewIntoTheFifthStep() {
    let cells = [1, 2].map { HeatMap.Cell(value: $0, number: "\($0)", title: "t") }
    let svg = HeatMap(caption: caption(), columns: ["00", "01"], rows: [.init(label: "<&\"", cells: cells)]).render()
      .text
    #expect(values(of: "class", in: svg).filter { $0.hasPrefix("h") } == ["h3", "h5"])
    #expect(svg.contains("&lt;&amp;&quot;"))
  }

  @Test func writesCountsOverBins() {
    let bins = [("0–1", 5), ("2+", 0)].map { Histogram.Bin(count: $0.1, number: "\($0.1)", label: $0.0, title: "t") }
    #expect(Histogram(caption: caption(), role: .ai, bins: bins).render().text == joined(histogramGolden))
  }

  @Test func saysWhereBinsBeginIfTheirLabelsHaveNoRoom() {
    func axis(_ bins: [(label: String, edge: String)]) -> [Substring] {
      let bins = bins.map { Histogram.Bin(count: 1, number: "1", label: $0.label, title: "t", edge: $0.edge) }
      let svg = Histogram(caption: caption(), role: .ai, bins: bins).render().text
      return svg.matches(of: /<text( class="(?:odd|less)")? [^>]*y="121"[^>]*>([^<]+)</).map { $0.1 ?? $0.2 }
    }
    #expect(
      axis([("0–10 s", "0 s"), ("10 s–1 min", "10 s")]) == [
        " class=\"odd\"", " class=\"odd\"", " class=\"less\"", " class=\"less\"",
      ])
    let long = (0..<10).map { (label: "\($0) h 30 min–\($0 + 1) h 30 min", edge: "\($0) h") }
    #expect(axis(long) == (0..<10).map { "\($0) h" })
  }

  @Test func thinsTheLabelsOfManyBins() {
    let bins = (0..<40).map { Histogram.Bin(count: $0, number: "\($0)", label: "\($0)–\($0 + 1) min", title: "t") }
    let svg = Histogram(caption: caption(), role: .ai, bins: bins).render().text
    #expect(svg.split(separator: " min</text>").count < 12)
    #expect(collisions(of: svg) == [])
  }

  @Test func keepsASmallDayVisible() {
    #expect(
      DayStripBar(value: 1, most: 1000).render().text
        == "<svg aria-hidden=\"true\"><rect x=\"12%\" width=\"76%\" y=\"39\" height=\"1\"/></svg>")
    #expect(DayStripBar(value: 0, most: 0).render().text == "<svg aria-hidden=\"true\"></svg>")
  }
}
