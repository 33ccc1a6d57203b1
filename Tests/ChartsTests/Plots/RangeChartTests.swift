import Testing

@testable import Charts

struct RangeChartTests {
  private let scale = LogScale(from: 1, to: 10_000, ticks: [.init(10, "10 s"), .init(1000, "17 min")])

  @Test func drawsARowAStrip() {
    let spread = RangeStrip.Spread(p10: 1, p25: 10, p50: 100, p75: 1000, p90: 10_000)
    let rows = [
      RangeChart.Row(label: "Chat", spread: spread, number: "2 min", title: "t"),
      RangeChart.Row(label: "<Fax>", spread: nil, number: "–", title: "no value"),
    ]
    let svg = RangeChart(caption: caption(), rows: rows, scale: scale, role: .team).render().text
    #expect(svg == joined(rangeGolden))
    #expect(faults(of: svg) == [])
  }

  @Test func movesNamesAboveTheirStripsOnATelephone() {
    let svg = RangeChart(
      caption: caption(), rows: [.init(label: "Cancel an order", spread: nil, number: "–", title: "t")], scale: scale
    ).render().text
    #expect(svg.contains("<svg class=\"chart plot ranges m16 e6 over\""))
    #expect(svg.contains("<text class=\"lab wide\" x=\"-10\" y=\"48\" text-anchor=\"end\">Cancel an order</text>"))
    #expect(svg.contains("<text class=\"lab slim\" x=\"3\" y=\"33\">Cancel an order</text>"))
  }

  @Test func putsLongNamesAboveTheirStrips() {
    let name = "A name that is too long to stand beside"
    let svg = RangeChart(
      caption: caption(), rows: [.init(label: name, spread: nil, number: "–", title: "t")], scale: scale
    ).render().text
    #expect(svg.contains(" m0"))
    #expect(svg.contains(">\(name)</text>"))
  }
}

struct PlotSwatchTests {
  @Test(arguments: PlotSwatch.Form.allCases, PlotStyle.Pattern.allCases)
  func showsAStyleWithoutNames(form: PlotSwatch.Form, pattern: PlotStyle.Pattern) {
    let swatches = ([nil] + Role.allCases).map { PlotSwatch(PlotStyle($0, pattern), form: form).render().text }
    #expect(Set(swatches).count == swatches.count)
    for svg in swatches {
      #expect(faults(of: svg) == [])
      #expect(!svg.contains(" id="))
    }
  }
}
