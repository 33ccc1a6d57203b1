import Charts

/// The axis of a chart's values, with marks where readers expect them.
enum ValueAxis {
  static func axis(
    _ values: [Double], _ format: FigureFormat, scale: PlotAxis.Scale, _ context: ReportContext
  ) -> PlotAxis {
    let label: @Sendable (Double) -> String = { text($0, format, context) }
    return PlotAxis(
      scale: scale, isWhole: format == .count, marks: format == .duration ? lengths(values, scale) : nil, label: label)
  }

  private static func text(_ value: Double, _ format: FigureFormat, _ context: ReportContext) -> String {
    guard format == .percent else {
      return format == .number
        ? context.words.decimal(value, value == value.rounded() ? 0 : 1) ?? value.description
        : context.text(value, format)
    }
    let percent = value * 100
    let isWhole = (percent - percent.rounded()).magnitude < 1e-6
    return context.words.percent(context.words.decimal(percent, isWhole ? 0 : 1) ?? "")
  }

  /// Nice lengths in seconds: from zero in at most five steps, or along a logarithmic scale.
  static func lengths(_ values: [Double], _ scale: PlotAxis.Scale) -> [Double]? {
    guard let most = values.max(), let least = values.min(), least >= 0, most > 0 else { return nil }
    if scale == .log {
      let inside = ladder.filter { $0 >= least && $0 <= most }
      return inside.count > 1 ? inside : nil
    }
    let step = steps.first { most / $0 <= 5 } ?? (most / 5 / 864_000).rounded(.up) * 864_000
    return (0...Int((most / step).rounded(.up))).map { Double($0) * step }
  }

  /// Nice lengths.
  static let steps: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000,
    864_000,
  ]

  /// What a logarithmic scale of lengths is labelled with.
  static let ladder: [Double] = [
    1, 10, 60, 300, 1800, 7200, 28_800, 86_400, 259_200, 864_000, 2_592_000, 8_640_000,
  ]
}
