/// The ticks of a line chart that have room. Of two kinds of ticks the minor ones go first, all of them together.
struct LineTicks {
  struct Shown {
    var place: Double
    var label: String
    var classes: StaticString
    var anchor: Anchor
  }

  /// Left to right.
  private(set) var shown: [Shown] = []

  init(_ ticks: [PlotTick], _ margins: PlotMargins) {
    let ticks = ticks.filter { (0...100).contains($0.place) }.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    let narrowest = margins.narrowest
    let all = PlotThinning(ticks.map { LineTicks.label($0, narrowest) }, margins)
    let minor = LineTicks.least(of: all.levels)
    let major = ticks.filter(\.isMajor)
    let levels = PlotThinning((major.isEmpty ? ticks : major).map { LineTicks.label($0, narrowest) }, margins).levels
    var next = 0
    for tick in ticks {
      let isMajor = tick.isMajor || major.isEmpty
      let level: PlotThinning.Level = isMajor ? levels[next] : minor
      if isMajor { next += 1 }
      guard let classes = level.label(isQuiet: !isMajor) else { continue }
      shown.append(
        Shown(
          place: tick.place, label: tick.label, classes: classes, anchor: LineTicks.anchor(of: tick, narrowest)))
    }
  }
}

extension LineTicks {
  /// Where all labels are printed.
  private static func least(of levels: [PlotThinning.Level]) -> PlotThinning.Level {
    [.nowhere, .wide, .medium].first { levels.contains($0) } ?? .everywhere
  }

  /// With the place of its middle in the narrowest picture, where one at an edge is moved furthest.
  private static func label(_ tick: PlotTick, _ narrowest: Double) -> (place: Double, text: String) {
    let text = PlotText.cut(tick.label, to: 24)
    let half = PlotText.width(text) / 2 / narrowest * 100
    switch anchor(of: tick, narrowest) {
    case .start: return (tick.place + half, text)
    case .middle: return (tick.place, text)
    case .end: return (tick.place - half, text)
    }
  }

  /// A label at an edge stays inside it in the narrowest picture.
  private static func anchor(of tick: PlotTick, _ narrowest: Double) -> Anchor {
    let half = PlotText.width(PlotText.cut(tick.label, to: 24)) / 2
    let x = tick.place / 100 * narrowest
    return x + half > narrowest + 10 ? .end : x < half - 24 ? .start : .middle
  }
}
