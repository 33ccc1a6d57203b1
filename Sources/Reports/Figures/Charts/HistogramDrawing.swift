import Charts
import Diagnostics
import Time

/// How many values lie in each stretch of their range.
struct HistogramDrawing {
  let frame: ChartFrame
}

extension HistogramDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    let bins = try frame.spec.columns["value"] == nil ? ready() : try counted()
    guard let bins, let most = bins.map(\.count).max(), most > 0 else { return nil }
    let words = frame.context.words
    let total = bins.map(\.count).reduce(0, +)
    let peak = bins.first { $0.count == most }
    let description =
      frame.said
      ?? words.fill(
        "figures.say.histogram",
        ["n": words.number(total), "bin": peak?.label ?? "", "value": words.number(most)])
    let chart = Histogram(caption: frame.caption(description), role: frame.role, bins: bins.map { drawn($0) })
    let column = frame.spec.columns["value"] == nil ? frame.column("x") : frame.column("value")
    return FigureDrawing(
      chart: chart.render(), description: description,
      columns: [.head(column.title), Table.Column(words["figures.count"], .number)],
      rows: bins.map { Table.Row([.text($0.label), .number(words.number($0.count), $0.count)]) })
  }

  /// A bin with its name in full.
  private struct Bin {
    var label: String
    /// Below its bar.
    var short: String
    var count: Int
  }

  private func ready() throws(Diagnostics) -> [Bin]? {
    let counts = try frame.counts("y")
    var bins: [Bin] = []
    for (row, value) in frame.values("x").enumerated() {
      let label = try frame.desk.text(value, frame.column("x"), row: row, in: frame.rows)
      bins.append(Bin(label: label, short: label, count: counts[row]))
    }
    return bins
  }

  private func counted() throws(Diagnostics) -> [Bin]? {
    let values = try frame.numbers("value").compactMap(\.self)
    guard let least = values.min(), let most = values.max() else { return nil }
    let format = frame.spec.format ?? frame.column("value").format ?? .number
    let edges = BinEdges(from: least, to: most, wanted: frame.spec.bins ?? 8, format: format)
    return edges.counts(values).enumerated().map { index, count in
      let (low, high) = (edges.values[index], edges.values[index + 1])
      let label = label(low, high) { text($0, format) }
      return Bin(label: label, short: isClock(edges, format) ? self.label(low, high, clock) : label, count: count)
    }
  }

  private func drawn(_ bin: Bin) -> Histogram.Bin {
    let words = frame.context.words
    return Histogram.Bin(
      count: bin.count, number: words.number(bin.count), label: bin.short,
      title: words.fill("figures.say.point", ["x": bin.label, "value": words.number(bin.count)]))
  }

  /// Hours and minutes are narrower as on a clock, `1:10–1:20`.
  private func isClock(_ edges: BinEdges, _ format: FigureFormat) -> Bool {
    guard format == .duration, let most = edges.values.last, most > 3600, most < 172_800 else { return false }
    return edges.values.allSatisfy { $0.truncatingRemainder(dividingBy: 60) == 0 }
      && !edges.values.allSatisfy { $0.truncatingRemainder(dividingBy: 3600) == 0 }
  }

  private func clock(_ value: Double) -> String {
    Length(seconds: value).map(frame.context.words.clockLength) ?? ""
  }

  /// `5 min–10 min`: the upper edge belongs to the next.
  private func label(_ low: Double, _ high: Double, _ text: (Double) -> String) -> String {
    frame.context.words.fill("figures.bin", ["low": text(low), "high": text(high)])
  }

  private func text(_ value: Double, _ format: FigureFormat) -> String {
    guard format == .number else { return frame.context.text(value, format) }
    return frame.context.words.decimal(value, value == value.rounded() ? 0 : 2) ?? value.description
  }
}
