import Charts
import HTML
import Time

/// How lengths of time spread, as strips in a table's column, on one logarithmic scale.
struct WaitStrips {
  let context: ReportContext
  private let scale: LogScale

  init(_ samples: [Sample<Length>], _ context: ReportContext) {
    self.context = context
    let spreads = samples.compactMap(\.spread)
    let least = max(1000, Double(spreads.map(\.p10.milliseconds).min() ?? 60_000) * 0.8)
    let most = max(least * 4, Double(spreads.map(\.p90.milliseconds).max() ?? 3_600_000) * 1.25)
    scale = LogScale(from: least, to: most, ticks: WaitStrips.ticks(least, most, context))
  }
}

extension WaitStrips {
  /// The column, with the scale in its head.
  func column(_ title: String) -> Table.Column {
    var column = Table.Column(title, classes: ["rangecol"])
    column.titleIsHidden = true
    column.titleMarkup = RangeAxis(scale).render()
    return column
  }

  func cell(_ sample: Sample<Length>) -> Table.Cell {
    guard let spread = sample.spread else { return .text("") }
    let words = context.words
    let values: KeyValuePairs = [
      "p10": words.length(spread.p10), "p25": words.length(spread.p25), "p50": words.length(spread.p50),
      "p75": words.length(spread.p75), "p90": words.length(spread.p90),
    ]
    let strip = RangeStrip(
      label: words.fill("overview.strip.label", values), title: words.fill("overview.strip.title", values),
      spread: .init(
        p10: Double(spread.p10.milliseconds), p25: Double(spread.p25.milliseconds),
        p50: Double(spread.p50.milliseconds), p75: Double(spread.p75.milliseconds),
        p90: Double(spread.p90.milliseconds)), scale: scale)
    return .markup(strip.render())
  }

  /// Those that lie well inside, so far apart that their labels do not meet in a narrow column.
  private static func ticks(_ least: Double, _ most: Double, _ context: ReportContext) -> [LogScale.Tick] {
    var ticks: [LogScale.Tick] = []
    for step in steps {
      let value = Double(step.milliseconds)
      guard value > least * 1.2, value < most / 1.2 else { continue }
      if let last = ticks.last?.value, !isFar(value / last, of: most / least) { continue }
      ticks.append(LogScale.Tick(value, context.words.shortLength(step)))
    }
    return ticks
  }

  /// Whether a step takes two fifths of a logarithmic scale's width.
  private static func isFar(_ step: Double, of whole: Double) -> Bool {
    let square = step * step
    let fourth = square * square
    return fourth * step >= whole * whole
  }

  private static let steps: [Length] = [
    .minutes(1), .minutes(5), .minutes(30), .hours(2), .hours(8), .days(1), .days(3), .days(10), .days(30), .days(100),
  ]
}
