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
    let chart = Histogram(caption: frame.caption(description), role: frame.role, bins: bins)
    let column = frame.spec.columns["value"] == nil ? frame.column("x") : frame.column("value")
    return FigureDrawing(
      chart: chart.render(), description: description,
      columns: [.head(column.title), Table.Column(words["figures.count"], .number)],
      rows: bins.map { Table.Row([.text($0.label), .number($0.number, $0.count)]) })
  }

  private func ready() throws(Diagnostics) -> [Histogram.Bin]? {
    let counts = try countsOfY()
    var bins: [Histogram.Bin] = []
    for (row, value) in frame.values("x").enumerated() {
      bins.append(bin(try frame.desk.text(value, frame.column("x"), row: row, in: frame.rows), counts[row]))
    }
    return bins
  }

  private func countsOfY() throws(Diagnostics) -> [Int] {
    try frame.counts("y")
  }

  private func counted() throws(Diagnostics) -> [Histogram.Bin]? {
    let values = try frame.numbers("value").compactMap(\.self)
    guard let least = values.min(), let most = values.max() else { return nil }
    let format = frame.spec.format ?? frame.column("value").format ?? .number
    let edges = BinEdges(from: least, to: most, wanted: frame.spec.bins ?? 12, format: format)
    return edges.counts(values).enumerated().map { index, count in
      bin(label(edges.values[index], edges.values[index + 1], format), count)
    }
  }

  private func bin(_ label: String, _ count: Int) -> Histogram.Bin {
    let words = frame.context.words
    return Histogram.Bin(
      count: count, number: words.number(count), label: label,
      title: words.fill("figures.say.point", ["x": label, "value": words.number(count)]))
  }

  /// `5–10 min`: the upper edge belongs to the next.
  private func label(_ low: Double, _ high: Double, _ format: FigureFormat) -> String {
    let context = frame.context
    func text(_ value: Double) -> String {
      if format == .duration, let length = Length(seconds: value) { return context.words.shortLength(length) }
      return format == .number
        ? context.words.decimal(value, value == value.rounded() ? 0 : 2) ?? value.description
        : context.text(value, format)
    }
    return context.words.fill("figures.bin", ["low": text(low), "high": text(high)])
  }
}

/// The edges of bins at nice numbers; lengths of time have nice numbers of their own.
struct BinEdges: Equatable {
  let values: [Double]

  /// - Parameter wanted: about how many bins.
  init(from least: Double, to most: Double, wanted: Int, format: FigureFormat) {
    let span = most - least
    let step = BinEdges.step(for: span / Double(wanted), format)
    let first = (least / step).rounded(.down)
    let count = max(1, Int(((most / step).rounded(.down) - first)) + 1)
    values = (0...min(count, 4 * wanted + 4)).map { (first + Double($0)) * step }
  }

  /// The least nice step that is no shorter.
  private static func step(for wish: Double, _ format: FigureFormat) -> Double {
    guard wish.isFinite, wish > 0 else { return 1 }
    if format == .duration, let step = lengths.first(where: { $0 >= wish }) { return step }
    var power = format == .count ? 1.0 : 1e-9
    while power < 1e15 {
      for factor in [1.0, 2, 5] where factor * power >= wish * 0.999999 { return factor * power }
      power *= 10
    }
    return power
  }

  /// How many values lie in each: from an edge on, up to the next.
  func counts(_ numbers: [Double]) -> [Int] {
    var counts = Array(repeating: 0, count: values.count - 1)
    for number in numbers {
      let index = (0..<counts.count).partitioningIndex { values[$0 + 1] > number }
      counts[min(index, counts.count - 1)] += 1
    }
    return counts
  }

  private static let lengths: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000, 7_776_000,
  ]
}
