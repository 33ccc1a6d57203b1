import Charts
import Diagnostics
import Time

/// How many values lie in each stretch of their range.
struct HistogramDrawing {
  let frame: ChartFrame
}

extension HistogramDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    var notes: [String] = []
    let bins = try frame.spec.columns["value"] == nil ? ready() : try counted(&notes)
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
      rows: bins.map { Table.Row([.text($0.label), .number(words.number($0.count), $0.count)]) }, notes: notes)
  }

  /// A bin with its name in full.
  private struct Bin {
    var label: String
    /// Below its bar.
    var short: String
    var count: Int
    /// Where it begins, of a stretch of numbers.
    var edge: String?
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

  private func counted(_ notes: inout [String]) throws(Diagnostics) -> [Bin]? {
    let all = try frame.numbers("value").compactMap(\.self)
    let values = all.filter { $0 >= frame.spec.edges.first ?? -.infinity }
    if values.count < all.count {
      notes.append(frame.context.words.count("figures.left_out", all.count - values.count))
    }
    guard let least = values.min(), let most = values.max() else { return nil }
    let format = frame.spec.format ?? frame.column("value").format ?? .number
    let edges =
      frame.spec.edges.isEmpty
      ? BinEdges(from: least, to: most, wanted: frame.spec.bins ?? 8, format: format) : BinEdges(frame.spec.edges)
    let isClock = isClock(edges, format)
    return edges.counts(values).enumerated().map { (index: Int, count: Int) -> Bin in
      let (low, high) = (edges.values[index], edges.values[index + 1])
      let short = [low, high].filter(\.isFinite).map { isClock ? clock($0) : text($0, format) }
      return Bin(
        label: label(low, high) { text($0, format) }, short: shortLabel(short[0], short.count > 1 ? short[1] : nil),
        count: count, edge: short[0])
    }
  }

  /// `1–5 min`, `15 min–1 h`, `1 h +`.
  private func shortLabel(_ low: String, _ high: String?) -> String {
    let words = frame.context.words
    guard let high else { return words.fill("figures.bin_open", ["low": low]) }
    let (first, last) = (low.split(separator: "\u{A0}"), high.split(separator: "\u{A0}"))
    let isOfOneUnit = first.count == 2 && last.count == 2 && first[1] == last[1]
    return words.fill("figures.bin", ["low": isOfOneUnit ? String(first[0]) : low, "high": high])
  }

  private func drawn(_ bin: Bin) -> Histogram.Bin {
    let words = frame.context.words
    return Histogram.Bin(
      count: bin.count, number: words.number(bin.count), label: bin.short,
      title: words.fill("figures.say.point", ["x": bin.label, "value": words.number(bin.count)]), edge: bin.edge)
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
    guard high.isFinite else { return frame.context.words.fill("figures.bin_open", ["low": text(low)]) }
    return frame.context.words.fill("figures.bin", ["low": text(low), "high": text(high)])
  }

  private func text(_ value: Double, _ format: FigureFormat) -> String {
    guard format == .number else { return frame.context.text(value, format) }
    return frame.context.words.decimal(value, value == value.rounded() ? 0 : 2) ?? value.description
  }
}
