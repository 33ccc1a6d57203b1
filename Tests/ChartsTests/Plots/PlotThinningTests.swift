import Testing

@testable import Charts

struct PlotThinningTests {
  private func labels(_ count: Int, _ text: String) -> [PlotThinning.Label] {
    (0..<count).map { (place: (Double($0) + 0.5) / Double(count) * 100, text: text) }
  }

  @Test func keepsAllOfAFew() {
    #expect(PlotThinning(labels(7, "12"), PlotMargins(left: [])).levels == Array(repeating: .everywhere, count: 7))
  }

  @Test func thinsManyInRegularSteps() {
    let levels = PlotThinning(labels(400, "September"), PlotMargins(left: [])).levels
    let shown = levels.indices.filter { levels[$0] != .nowhere }
    #expect(Set(zip(shown, shown.dropFirst()).map { $1 - $0 }).count == 1)
    #expect(levels[0] == .everywhere)
  }

  @Test func leavesOutAFirstGroupThatIsCut() {
    let places = [0.0, 2, 25, 50, 75]
    let levels = PlotThinning(places.map { ($0, "Mon 1 Sep") }, PlotMargins(left: [])).levels
    #expect(levels[0] == .nowhere)
    #expect(levels[1] == .everywhere)
  }

  @Test func cutsAtAWholeLetter() {
    #expect(PlotText.cut("Straße nach Süden", to: 8) == "Straße…")
    #expect(PlotText.cut("小包が届きません", to: 7) == "小包が…")
    #expect(PlotText.cut("short", to: 5) == "short")
    #expect(PlotText.cut("short", to: 0) == "…")
    #expect(PlotText.cut("   x", to: 3) == "…")
  }
}
