import HTML

/// Lines over places, or areas under them, on an axis from zero; a place without a value breaks the line, and a value
/// alone is a dot. On a logarithmic axis there are lines only, and values of zero or less are missing.
public struct LineChart: Chart {
  public enum Fill: String, CaseIterable, Sendable {
    case line
    /// Each down to zero.
    case area
    /// On top of one another, in the series' order from the bottom. Where a value is missing or less than zero, what
    /// would stand on it is missing too.
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
  /// How many lines are named at their ends; names of more would leave the ends that they stand at, and a legend names
  /// them.
  public static var mostNames: Int { 8 }

  /// Whether the lines are named in the picture; a caller writes a legend where not. The chart's title names a lone one.
  public var namesLines: Bool { (2...LineChart.mostNames).contains(series.count) }

  public func render(into out: inout [UInt8]) { LineDrawing(self).render(into: &out) }

  /// A logarithmic axis has no zero for an area to begin at.
  var hasAreas: Bool { fill != .line && axis.scale == .linear }
}
