import HTML

/// Bars over bands: stacked or side by side, upright or lying. They begin at zero; what is below zero goes the other way.
/// A value that is zero is a hairline, one that is not known a dash. A logarithmic axis has no zero for a bar to begin
/// at: there each value is a dot, and one that is zero or less is missing.
public struct BarChart: Chart {
  public enum Arrangement: String, CaseIterable, Sendable { case stacked, grouped }

  /// A place along the axis.
  public struct Band: Equatable, Sendable {
    public var label: String
    /// A further line under the first band of a week or month.
    public var group: String?
    /// A weekend: of less weight.
    public var isQuiet: Bool
    /// The data ends before the band does: its bars are hatched.
    public var isUnfinished: Bool

    public init(label: String, group: String? = nil, isQuiet: Bool = false, isUnfinished: Bool = false) {
      self.label = label
      self.group = group
      self.isQuiet = isQuiet
      self.isUnfinished = isUnfinished
    }
  }

  public var caption: Caption
  public var bands: [Band]
  /// Bottom or left first.
  public var series: [PlotSeries]
  public var arrangement: Arrangement
  public var isHorizontal: Bool
  public var axis: PlotAxis
  /// At places of bands: the middle of band i of n is (i + ½) / n.
  public var notes: [PlotNote]
  /// Stands at the tallest bar of all.
  public var peak: String?

  public init(
    caption: Caption, bands: [Band], series: [PlotSeries], arrangement: Arrangement = .stacked,
    isHorizontal: Bool = false, axis: PlotAxis, notes: [PlotNote] = [], peak: String? = nil
  ) {
    self.caption = caption
    self.bands = bands
    self.series = series
    self.arrangement = arrangement
    self.isHorizontal = isHorizontal
    self.axis = axis
    self.notes = notes
    self.peak = peak
  }
}

extension BarChart {
  public func render(into out: inout [UInt8]) {
    if isHorizontal {
      LyingBars(self).render(into: &out)
    } else {
      UprightBars(self).render(into: &out)
    }
  }

  /// Something is drawn of a time that is not over.
  var isUnfinished: Bool { bands.contains(where: \.isUnfinished) }
}
