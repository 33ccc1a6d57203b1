import HTML

/// How values spread, a strip a row on one logarithmic scale: a line from the tenth to the ninetieth percentile, a bar
/// over the middle half, a tick at the median.
public struct RangeChart: Chart {
  public struct Row: Equatable, Sendable {
    public var label: String
    /// Nil where there is no value.
    public var spread: RangeStrip.Spread?
    /// The median as it is printed.
    public var number: String
    public var title: String

    public init(label: String, spread: RangeStrip.Spread?, number: String, title: String) {
      self.label = label
      self.spread = spread
      self.number = number
      self.title = title
    }
  }

  public var caption: Caption
  public var rows: [Row]
  public var scale: LogScale
  /// Whose lengths they are.
  public var role: Role?

  public init(caption: Caption, rows: [Row], scale: LogScale, role: Role? = nil) {
    self.role = role
    self.caption = caption
    self.rows = rows
    self.scale = scale
  }
}

extension RangeChart {
  public func render(into out: inout [UInt8]) {
    let lines = PlotRows(rows.map { PlotRows.Row(label: $0.label) }, thickness: 14, longestBeside: 24)
    let margins = lines.margins(right: rows.map(\.number))
    out.openChart("chart plot ranges", and: margins.classes, height: lines.bottom + 2, caption)
    let marks = scale.ticks.map { PlotRows.Mark(place: scale.percent($0.value), label: $0.label) }
    lines.appendGrid(marks, margins, zero: nil, first: 0, to: &out)
    for (row, top) in zip(rows, lines.tops) { append(row, middle: top + 7, to: &out) }
    lines.appendLabels(to: &out)
    out.append("</svg>")
  }
}

extension RangeChart {
  private func append(_ row: Row, middle: Double, to out: inout [UInt8]) {
    out.append("<g class=\"row\">")
    out.appendTitle(row.title)
    out.appendRect("hit", x: .percent(0), y: middle - 12, width: .percent(100), height: 24)
    if let spread = row.spread { append(spread, middle: middle, to: &out) }
    out.appendCutText("val", x: .percent(100), dx: 12, y: middle + 4, row.number, to: 16)
    out.append("</g>")
  }

  private func append(_ spread: RangeStrip.Spread, middle: Double, to out: inout [UInt8]) {
    let low = scale.percent(spread.p25)
    let half = scale.percent(spread.p75) - low
    let median = Coordinate.percent(scale.percent(spread.p50))
    let ends = (scale.percent(spread.p10), scale.percent(spread.p90))
    let style = PlotStyle(role)
    out.append("<g class=\"")
    out.append(style.stroke)
    out.append("\">")
    out.appendLine(x1: .percent(ends.0), x2: .percent(ends.1), y1: middle, y2: middle)
    out.append("</g>")
    out.appendRect(style.fill, x: .percent(low), y: middle - 4, width: .percent(max(0.4, half)), height: 8)
    out.appendLine("med", x1: median, x2: median, y1: middle - 8, y2: middle + 8)
  }
}
