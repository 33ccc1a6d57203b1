import HTML

/// How values spread, in a table's cell: a line from the tenth to the ninetieth percentile, a bar over the middle half,
/// a tick at the median.
public struct RangeStrip: Chart {
  /// Percentiles, in the scale's unit.
  public struct Spread: Equatable, Sendable {
    public var p10: Double
    public var p25: Double
    public var p50: Double
    public var p75: Double
    public var p90: Double

    public init(p10: Double, p25: Double, p50: Double, p75: Double, p90: Double) {
      self.p10 = p10
      self.p25 = p25
      self.p50 = p50
      self.p75 = p75
      self.p90 = p90
    }
  }

  /// Read aloud in place of the picture.
  public var label: String
  /// Shown to a pointer.
  public var title: String
  public var spread: Spread
  public var scale: LogScale

  public init(label: String, title: String, spread: Spread, scale: LogScale) {
    self.label = label
    self.title = title
    self.spread = spread
    self.scale = scale
  }
}

extension RangeStrip {
  public func render(into out: inout [UInt8]) {
    out.append("<svg class=\"range\" height=\"18\" role=\"img\" aria-label=\"")
    out.appendEscaped(label)
    out.append("\">")
    out.appendTitle(title)
    for tick in scale.ticks {
      let x = Coordinate.percent(scale.percent(tick.value))
      out.appendLine("tick", x1: x, x2: x, y1: 0, y2: 18)
    }
    let low = scale.percent(spread.p25)
    let median = Coordinate.percent(scale.percent(spread.p50))
    out.appendLine("whisk", x1: at(spread.p10), x2: at(spread.p90), y1: 9, y2: 9)
    out.appendRect("f-team", x: .percent(low), y: 5, width: .percent(scale.percent(spread.p75) - low), height: 8)
    out.appendLine("med", x1: median, x2: median, y1: 2, y2: 16)
    out.append("</svg>")
  }

  private func at(_ value: Double) -> Coordinate { .percent(scale.percent(value)) }
}
