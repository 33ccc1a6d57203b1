import Charts
import Testing

struct TablesTests {
  @Test func stacksACellOnTheColumnsScale() {
    let bar = CellBar(segments: [.init(50, .ai), .init(0, .both), .init(25, .team)], most: 100)
    #expect(
      bar.render().text
        == joined(
          """
          <svg class="cell" height="10" aria-hidden="true">
          <rect class="f-ai" x="0%" width="49.75%" height="10"/>
          <rect class="f-team" x="50%" width="24.75%" height="10"/>
          </svg>
          """))
  }

  @Test(arguments: [0, 1, 10])
  func keepsACellInsideItsScale(most: Int) {
    let svg = CellBar(segments: [.init(10, .ai), .init(1, .both), .init(9, .team)], most: most).render().text
    #expect(faults(of: svg) == [])
    #expect(CellBar(segments: [], most: most).render().text.hasSuffix("\"></svg>"))
  }

  @Test func drawsASpreadOnALogarithmicScale() {
    let scale = LogScale(from: 1, to: 10_000, ticks: [.init(10, "10 s"), .init(100_000, "never")])
    let spread = RangeStrip.Spread(p10: 0, p25: 10, p50: 100, p75: 1000, p90: 1e9)
    #expect(
      RangeStrip(label: "\"a\"", title: "t", spread: spread, scale: scale).render().text
        == joined(
          """
          <svg class="range" height="18" role="img" aria-label="&quot;a&quot;"><title>t</title>
          <line class="tick" x1="25%" x2="25%" y1="0" y2="18"/>
          <line class="whisk" x1="0%" x2="100%" y1="9" y2="9"/>
          <rect class="f-team" x="25%" y="5" width="50%" height="8"/>
          <line class="med" x1="50%" x2="50%" y1="2" y2="16"/>
          </svg>
          """))
    #expect(
      RangeAxis(scale).render().text
        == joined(
          """
          <svg class="range-axis" height="14" aria-hidden="true">
          <text x="25%" y="11" text-anchor="middle">10 s</text></svg>
          """))
  }

  @Test func keepsLabelsAtAnEdgeInside() {
    let svg = RangeAxis(labels: [.init(place: 0, text: "a"), .init(place: 100, text: "b", isMinor: true)]).render().text
    #expect(svg.contains("<text x=\"0%\" y=\"11\">a</text>"))
    #expect(svg.contains("<text class=\"wide\" x=\"100%\" y=\"11\" text-anchor=\"end\">b</text>"))
  }
}
