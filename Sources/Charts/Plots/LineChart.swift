import HTML

/// Lines over places, or areas under them; a place without a value breaks the line.
public struct LineChart: Chart {
  public enum Fill: String, CaseIterable, Sendable {
    case line
    /// Each down to zero.
    case area
    /// On top of one another, in the series' order from the bottom.
    case stacked
  }

  public var caption: Caption
  /// Where each value stands, in percent, ascending.
  public var places: [Double]
  public var ticks: [PlotTick]
  /// Named directly at their ends.
  public var series: [PlotSeries]
  public var fill: Fill
  public var axis: PlotAxis
  public var notes: [PlotNote]
  /// Values from this one on are of a time that is not over: dashed, hatched.
  public var unfinishedFrom: Int?
  /// Stands at the highest value of all.
  public var peak: String?

  public init(
    caption: Caption, places: [Double], ticks: [PlotTick], series: [PlotSeries], fill: Fill = .line, axis: PlotAxis,
    notes: [PlotNote] = [], unfinishedFrom: Int? = nil, peak: String? = nil
  ) {
    self.caption = caption
    self.places = places
    self.ticks = ticks
    self.series = series
    self.fill = fill
    self.axis = axis
    self.notes = notes
    self.unfinishedFrom = unfinishedFrom
    self.peak = peak
  }
}

extension LineChart {
  public func render(into out: inout [UInt8]) {
    out.openChart("chart", height: 232, caption)
    out.append("</svg>")
  }
}
