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

  public init(caption: Caption, rows: [Row], scale: LogScale) {
    self.caption = caption
    self.rows = rows
    self.scale = scale
  }
}

extension RangeChart {
  public func render(into out: inout [UInt8]) {
    out.openChart("chart", height: 28 + 26 * Double(rows.count), caption)
    out.append("</svg>")
  }
}
