import Testing

@testable import Charts

struct BarChartTests {
  private func bands(_ count: Int, unfinished: Bool = false, groups: Bool = false) -> [BarChart.Band] {
    (0..<count).map { index in
      BarChart.Band(
        label: "\(index % 31 + 1)", group: groups && index % 7 == 3 ? "Mon \(index % 28 + 1) Sep" : nil,
        isQuiet: index % 7 > 4, isUnfinished: unfinished && index == count - 1)
    }
  }

  @Test func drawsStacksGapsAndAnUnfinishedBand() {
    let chart = BarChart(
      caption: caption(), bands: bands(3, unfinished: true),
      series: [series("a", PlotStyle(.ai), [2, nil, 4]), series("b", PlotStyle(nil, .dots), [1, nil, 0])],
      axis: plainAxis(isWhole: true))
    #expect(joined(chart.render().text) == joined(stackGolden))
  }

  @Test func drawsZeroAsAHairlineAndNothingAsADash() {
    let chart = BarChart(
      caption: caption(), bands: bands(3), series: [series("a", [0, nil, 5])], arrangement: .grouped, axis: plainAxis())
    let svg = chart.render().text
    #expect(marks("rect", in: svg).first?.number("height") == 1.5)
    #expect(svg.contains("<title>no value</title><rect class=\"hit\""))
    #expect(svg.contains(">–</text>"))
    #expect(marks("rect", in: svg).count == 3)
  }

  @Test func drawsValuesBelowZeroTheOtherWay() {
    let chart = BarChart(caption: caption(), bands: bands(2), series: [series("a", [10, -10])], axis: plainAxis())
    let zero =
      Double(values(of: "y1", in: chart.render().text.split(separator: "class=\"base\"")[1].description)[0]) ?? 0
    let bars = marks("rect", in: chart.render().text)
    #expect((bars[0].number("y") ?? 0) + (bars[0].number("height") ?? 0) == zero - 0.5)
    #expect(bars[1].number("y") == zero - 0.5)
  }

  @Test func drawsDotsWhereTheAxisHasNoZero() {
    let chart = BarChart(
      caption: caption(), bands: bands(4), series: [series("a", [1, 100, 0, -3])], arrangement: .grouped,
      axis: plainAxis(.log))
    let svg = chart.render().text
    #expect(marks("circle", in: svg).count == 2)
    #expect(!svg.contains("class=\"base\""))
    #expect(!svg.contains("<rect class=\"f-"))
  }

  @Test(arguments: 0..<30)
  func addsUpToTheTotal(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let count = dice.roll(1..<40)
    let parts = [Role.ai, .both, .team].map { series($0.rawValue, PlotStyle($0), dice.values(count)) }
    let chart = BarChart(caption: caption(), bands: bands(count), series: parts, axis: plainAxis())
    let frame = UprightBars(chart).frame
    for band in 0..<count {
      let total = parts.compactMap { $0.value(band) }.reduce(0, +)
      let bars = BarMarks(chart).all.filter { $0.band == band && $0.kind == .bar }
      #expect((bars.last?.to ?? 0) == total, "seed \(seed), band \(band)")
      let height = bars.reduce(0) { $0 + (frame.y($1.from) ?? 0) - (frame.y($1.to) ?? 0) }
      #expect(abs(height - (frame.base - (frame.y(total) ?? 0))) < 0.01, "seed \(seed), band \(band)")
    }
  }

  @Test(arguments: 0..<36)
  func staysInThePictureWithItsWordsApart(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let count = [1, 2, 6, 28, 31, 91, 200][dice.roll(0..<7)]
    let all = (0..<dice.roll(1..<5)).map { index in
      series(
        "s\(index)", PlotStyle(Role.allCases[index % 4], .allCases[index % 4]), dice.values(count, below: seed % 3 == 0)
      )
    }
    let notes = (0..<dice.roll(0..<7)).map {
      PlotNote(place: Double(dice.roll(0..<101)), text: "A word \($0) of some length")
    }
    let chart = BarChart(
      caption: caption(), bands: bands(count, unfinished: true, groups: seed % 2 == 0), series: all,
      arrangement: seed % 4 < 2 ? .stacked : .grouped, axis: plainAxis(seed % 5 == 0 ? .log : .linear), notes: notes)
    let svg = chart.render().text
    #expect(faults(of: svg) == [], "seed \(seed)")
    #expect(collisions(of: svg) == [], "seed \(seed)")
    let bottom = UprightBars(chart).frame.base
    for bar in marks("rect", in: svg).filter({ $0.value("x") != nil }) {
      let (y, height) = (bar.number("y") ?? 0, bar.number("height") ?? 0)
      #expect(y >= 0 && y + height <= bottom + 1, "seed \(seed): \(bar.text)")
      #expect((bar.number("x") ?? 0) + (bar.number("width") ?? 0) <= 100.02, "seed \(seed): \(bar.text)")
    }
  }

  @Test(arguments: 0..<20)
  func laysBarsInThePicture(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let count = dice.roll(1..<15)
    let all = (0..<dice.roll(1..<4)).map { index in
      series("s\(index)", PlotStyle(Role.allCases[index % 4]), dice.values(count, below: seed % 3 == 0))
    }
    let names = ["Refund", "Where is my order", "A name that is much too long to stand at the left of its bar"]
    let chart = BarChart(
      caption: caption(), bands: (0..<count).map { _ in .init(label: names[dice.roll(0..<(1 + seed % 3))]) },
      series: all,
      arrangement: seed % 2 == 0 ? .stacked : .grouped, isHorizontal: true,
      axis: plainAxis(seed % 5 == 0 ? .log : .linear), peak: "the most")
    let svg = chart.render().text
    #expect(faults(of: svg) == [], "seed \(seed)")
    let height = Double(values(of: "height", in: svg)[0]) ?? 0
    for bar in marks("rect", in: svg).filter({ $0.value("x") != nil }) {
      #expect((bar.number("y") ?? 0) + (bar.number("height") ?? 0) <= height, "seed \(seed): \(bar.text)")
      #expect(
        bar.value("width")?.hasSuffix("%") == false
          || (bar.number("x") ?? 0) + (bar.number("width") ?? 0) <= 100.02, "seed \(seed): \(bar.text)")
    }
  }

  @Test func cutsALongNameAndTellsAllOfIt() {
    let name = "The parcel was said to be delivered but it is not here"
    let svg = BarChart(
      caption: caption(), bands: [.init(label: name)], series: [series("a", [1])], isHorizontal: true, axis: plainAxis()
    ).render().text
    #expect(svg.contains("<title>\(name)</title>The parcel was said to be delivered but…</text>"))
  }

  @Test func escapesWhatPeopleWrote() {
    let word = "<b>\"&'"
    let chart = BarChart(
      caption: Caption(id: "x\"y", title: word, description: word), bands: [.init(label: word, group: word)],
      series: [PlotSeries(name: word, style: PlotStyle(.ai, .cross), values: [1], titles: [word])],
      axis: PlotAxis { _ in word }, notes: [PlotNote(place: 1, text: word)], peak: word)
    for isHorizontal in [false, true] {
      var chart = chart
      chart.isHorizontal = isHorizontal
      let svg = chart.render().text
      #expect(!svg.contains("<b>"))
      #expect(svg.contains("&lt;b&gt;&quot;&amp;&#39;"))
      #expect(svg.contains("url(#x_y-ai-cross)"))
    }
  }

  @Test func namesItsPatternsAfterItself() {
    let svg = ["one", "two"].map { id in
      BarChart(
        caption: caption(id), bands: bands(2, unfinished: true),
        series: [series("a", PlotStyle(.team, .diagonal), [1, 2])],
        axis: plainAxis()
      ).render().text
    }
    let ids = svg.flatMap { values(of: "id", in: $0) }
    #expect(Set(ids).count == ids.count)
    for text in svg {
      let used = text.split(separator: "url(#").dropFirst().map { String($0.prefix { $0 != ")" }) }
      #expect(Set(used).isSubset(of: values(of: "id", in: text)))
      #expect(used.count == 2)
    }
  }
}
