import Testing

@testable import Charts

struct LineChartTests {
  private func places(_ count: Int) -> [Double] {
    (0..<count).map { count > 1 ? Double($0) / Double(count - 1) * 100 : 50 }
  }

  private func ticks(_ count: Int) -> [PlotTick] {
    places(count).enumerated().map {
      PlotTick(place: $0.element, label: "\($0.offset) Sep", isMajor: $0.offset % 7 == 0)
    }
  }

  private func chart(_ all: [PlotSeries], fill: LineChart.Fill = .line, scale: PlotAxis.Scale = .linear) -> LineChart {
    let count = all.map(\.values.count).max() ?? 0
    return LineChart(
      caption: caption(), places: places(count), ticks: ticks(count), series: all, fill: fill, axis: plainAxis(scale))
  }

  @Test func drawsALineThatIsBrokenAtAGap() {
    var chart = chart([series("Chat", [1, 2, nil, 4, nil, 3, 5])])
    chart.unfinishedFrom = 6
    #expect(chart.render().text == joined(lineGolden))
  }

  @Test func neverBridgesAGap() {
    let runs = LineRuns(chart([series("a", [1, nil, 3, 4, .nan, 6])])).all[0]
    #expect(runs.map { $0.points.map(\.index) } == [[0], [2, 3], [5]])
    let log = LineRuns(chart([series("a", [1, 0, 3, -4, 6])], scale: .log)).all[0]
    #expect(log.map { $0.points.map(\.index) } == [[0], [2], [4]])
  }

  @Test func dashesFromTheLastWholeValue() {
    var chart = chart([series("a", [1, 2, 3, 4])])
    chart.unfinishedFrom = 3
    let runs = LineRuns(chart).all[0]
    #expect(runs.map(\.isUnfinished) == [false, true])
    #expect(runs.map { $0.points.map(\.index) } == [[0, 1, 2], [2, 3]])
  }

  @Test func stacksOnlyWhatIsKnown() {
    let runs = LineRuns(
      chart([series("a", [1, 2, 3]), series("b", [1, nil, 1]), series("c", [5, 5, 5])], fill: .stacked))
    #expect(runs.points[0].map(\.value) == [1, 2, 3])
    #expect(runs.points[1].map(\.value) == [2, 4])
    #expect(runs.points[2].map(\.index) == [0, 2])
    #expect(runs.points[2].map(\.value) == [7, 9])
    #expect(runs.points[2].map(\.under) == [2, 4])
  }

  @Test func drawsAreasFromZero() {
    let drawing = LineDrawing(chart([series("a", [-5, 5])], fill: .area))
    #expect(drawing.frame.zero == (drawing.frame.top + drawing.frame.base) / 2)
    #expect(chart([series("a", [1, 10])], fill: .area, scale: .log).render().text.contains("clipPath") == false)
  }

  @Test(arguments: 0..<30)
  func staysInThePictureWithItsWordsApart(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let count = [0, 1, 2, 9, 28, 91][dice.roll(0..<6)]
    let all = (0..<dice.roll(1..<10)).map { index in
      series(
        "series \(index)", PlotStyle(Role.allCases[index % 4], .allCases[index % 4]),
        dice.values(count, below: seed % 3 == 0))
    }
    var chart = chart(all, fill: LineChart.Fill.allCases[seed % 3], scale: seed % 5 == 0 ? .log : .linear)
    chart.notes = (0..<dice.roll(0..<5)).map { PlotNote(place: Double(dice.roll(0..<101)), text: "note \($0)") }
    chart.unfinishedFrom = count > 3 ? count - 2 : nil
    let svg = chart.render().text
    let drawing = LineDrawing(chart)
    #expect(faults(of: svg) == [], "seed \(seed)")
    #expect(collisions(of: svg, margin: drawing.frame.margins.extra) == [], "seed \(seed)")
    for point in drawing.runs.points.flatMap(\.self) {
      let y = drawing.frame.y(point.value) ?? -1
      #expect((drawing.frame.top...drawing.frame.base).contains(y), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<50)
  func namesLinesApartAndInOrder(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let ends = (0..<dice.roll(1..<9)).map { (text: "n\($0)", style: PlotStyle(.ai), y: Double(dice.roll(20..<200))) }
    let names = LineNames(ends, room: 20...200).all
    #expect(names.map(\.end) == ends.map(\.y).sorted(), "seed \(seed)")
    #expect(zip(names, names.dropFirst()).allSatisfy { $1.y - $0.y >= 14.99 }, "seed \(seed)")
    #expect(names.allSatisfy { (20...200).contains($0.y) }, "seed \(seed)")
  }

  @Test func tellsAllOfAPlaceToAPointer() {
    let svg = chart([series("a", [1, nil]), series("b", [2, 3])]).render().text
    #expect(svg.contains("<title>1.0\n2.0</title>"))
    #expect(svg.contains("<title>no value\n3.0</title>"))
  }

  @Test func leavesManyNamesToALegend() {
    let many = chart((0..<9).map { series("s\($0)", [1, 2]) })
    #expect(!many.namesLines)
    #expect(!many.render().text.contains("class=\"names\""))
  }
}
