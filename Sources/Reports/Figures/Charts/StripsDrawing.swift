import Charts
import Diagnostics
import SQL

/// How values spread, a strip a name, on one logarithmic scale.
struct StripsDrawing {
  let frame: ChartFrame
}

extension StripsDrawing {
  private struct Strip {
    var label: String
    /// The five percentiles; nil where there is no value.
    var values: [Double]?
    var n: Int?
  }

  func draw() throws(Diagnostics) -> FigureDrawing? {
    var strips = try frame.spec.columns["value"] == nil ? ready() : try counted()
    var notes: [String] = []
    if let top = frame.spec.top, strips.count > top {
      notes = [frame.context.words.count("figures.left_out", strips.count - top)]
      strips.removeSubrange(top...)
    }
    let known = strips.compactMap(\.values)
    guard let scale = scale(known) else { return nil }
    let description = frame.said ?? describe(strips)
    let chart = RangeChart(
      caption: frame.caption(description), rows: strips.map { row($0) }, scale: scale, role: frame.role)
    return FigureDrawing(
      chart: chart.render(), description: description,
      columns: [.head(frame.column("label").title)]
        + ["p10", "p25", "p50", "p75", "p90"].map { .init(frame.context.words["figures.percentile.\($0)"], .number) },
      rows: strips.map { strip in
        Table.Row(
          [.text(strip.label)]
            + (strip.values.map { $0.map { frame.number(text($0), $0) } }
              ?? Array(repeating: .quiet(frame.context.words["table.missing"]), count: 5)))
      }, notes: notes)
  }

  private func ready() throws(Diagnostics) -> [Strip] {
    var columns: [[Double?]] = []
    for name in ChartSpec.Kind.percentiles { columns.append(try frame.numbers(name)) }
    var strips: [Strip] = []
    for (row, value) in frame.values("label").enumerated() {
      let label = try frame.desk.text(value, frame.column("label"), row: row, in: frame.rows)
      let values = columns.compactMap { $0[row] }
      guard values.isEmpty || values == values.sorted() else {
        throw frame.desk.fail(
          "the percentiles in row \(row + 1) of the query `\(frame.rows.query ?? "")` fall, expected them to rise "
            + "from `p10` to `p90`")
      }
      strips.append(Strip(label: label, values: values.count == 5 ? values : nil))
    }
    return strips
  }

  private func counted() throws(Diagnostics) -> [Strip] {
    var strips: [Strip] = []
    var samples: [[Double]] = []
    var positions: [ExactText: Int] = [:]
    let numbers = try frame.numbers("value")
    for (row, value) in frame.values("label").enumerated() {
      let index = positions[ExactText(value.plain)] ?? strips.count
      if index == strips.count {
        positions[ExactText(value.plain)] = index
        strips.append(Strip(label: try frame.desk.text(value, frame.column("label"), row: row, in: frame.rows)))
        samples.append([])
      }
      if let number = numbers[row] { samples[index].append(number) }
    }
    for index in strips.indices {
      let sample = Sample(samples[index])
      strips[index].n = sample.count
      strips[index].values = sample.spread.map { [$0.p10, $0.p25, $0.p50, $0.p75, $0.p90] }
    }
    return strips
  }

  private func row(_ strip: Strip) -> RangeChart.Row {
    let words = frame.context.words
    guard let values = strip.values else {
      return RangeChart.Row(
        label: strip.label, spread: nil, number: words["table.missing"],
        title: words.fill("figures.say.series_none", ["series": strip.label]))
    }
    let texts = values.map { text($0) }
    return RangeChart.Row(
      label: strip.label,
      spread: .init(p10: values[0], p25: values[1], p50: values[2], p75: values[3], p90: values[4]),
      number: texts[2],
      title: words.fill(
        "figures.say.strip",
        ["label": strip.label, "p10": texts[0], "p25": texts[1], "p50": texts[2], "p75": texts[3], "p90": texts[4]]))
  }

  private var format: FigureFormat {
    let key = frame.spec.columns["value"] == nil ? "p50" : "value"
    return frame.spec.format ?? frame.column(key).format ?? .number
  }

  private func text(_ value: Double) -> String { frame.context.text(value, format) }

  /// What is not more than nothing stands at the left edge.
  private func scale(_ spreads: [[Double]]) -> LogScale? {
    guard let low = spreads.map({ $0[0] }).min(), let high = spreads.map({ $0[4] }).max() else { return nil }
    let floor = format == .duration ? 1 : 0.001
    let least = max(floor, low * 0.8)
    let most = max(least * 4, high * 1.25)
    let steps = format == .duration ? ValueAxis.ladder : StripsDrawing.powers
    func inside(_ steps: [Double]) -> [Double] { steps.filter { $0 > least * 1.1 && $0 < most / 1.1 } }
    let ticks =
      inside(steps).count > 1 ? inside(steps) : inside(format == .duration ? ValueAxis.steps : StripsDrawing.fine)
    return LogScale(from: least, to: most, ticks: ticks.map { .init($0, text($0)) })
  }

  private static let fine: [Double] = powers.flatMap { [$0, 2 * $0, 5 * $0] }
  private static let powers: [Double] = [0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000, 1e6, 1e7, 1e8, 1e9]

  private func describe(_ strips: [Strip]) -> String {
    let known = strips.filter { $0.values != nil }
    func median(_ index: Int) -> Double { known[index].values?[2] ?? 0 }
    // Of equals the first is named.
    let first = known.indices.min { (median($0), $0) < (median($1), $1) }
    let last = known.indices.max { (median($0), $1) < (median($1), $0) }
    guard let first, let last, let low = known[first].values, let high = known[last].values
    else { return "" }
    return frame.context.words.fill(
      first == last ? "figures.say.strips_one" : "figures.say.strips",
      ["low": known[first].label, "low_value": text(low[2]), "high": known[last].label, "high_value": text(high[2])])
  }
}
