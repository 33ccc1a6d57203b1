/// A chart's lines as they are drawn: unbroken runs of points, with the sums below them where they are stacked.
struct LineRuns {
  struct Point: Equatable {
    /// Along the places.
    var index: Int
    var value: Double
    /// Where the area under it begins.
    var under = 0.0
  }

  struct Run: Equatable {
    var points: [Point]
    var isUnfinished: Bool
  }

  /// For each series, left to right.
  private(set) var all: [[Run]] = []
  /// For each series, every point.
  private(set) var points: [[Point]] = []

  init(_ chart: LineChart) {
    let isStacked = chart.fill == .stacked && chart.axis.scale == .linear
    var under: [Double?] = chart.places.map { _ in 0 }
    for series in chart.series {
      let found = chart.places.indices.compactMap { index -> Point? in
        guard let value = LineRuns.value(series, index, chart.axis.scale, isStacked: isStacked) else {
          if isStacked { under[index] = nil }
          return nil
        }
        guard isStacked else { return Point(index: index, value: value) }
        guard let below = under[index] else { return nil }
        under[index] = below + value
        return Point(index: index, value: below + value, under: below)
      }
      points.append(found)
      all.append(LineRuns.runs(of: found, unfinishedFrom: chart.unfinishedFrom ?? .max))
    }
  }
}

extension LineRuns {
  var values: [Double] { points.flatMap { $0.map(\.value) } }

  var highest: Point? { points.flatMap(\.self).max { $0.value < $1.value } }
}

extension LineRuns {
  /// A sum of what is not known is not known, and one with what is less than zero is no height: a stack ends there.
  private static func value(
    _ series: PlotSeries, _ index: Int, _ scale: PlotAxis.Scale, isStacked: Bool
  ) -> Double? {
    guard let value = series.value(index) else { return nil }
    if scale == .log { return value > 0 ? value : nil }
    return isStacked && value < 0 ? nil : value
  }

  /// Where time is not over, the run before it ends at its last whole value, and the next begins there.
  private static func runs(of points: [Point], unfinishedFrom edge: Int) -> [Run] {
    var runs: [Run] = []
    for point in points {
      let isUnfinished = point.index >= edge
      let before = runs.last?.points.last
      guard let before, before.index == point.index - 1 else {
        runs.append(Run(points: [point], isUnfinished: isUnfinished))
        continue
      }
      if runs[runs.count - 1].isUnfinished == isUnfinished {
        runs[runs.count - 1].points.append(point)
      } else {
        if runs[runs.count - 1].points.count == 1 { runs.removeLast() }
        runs.append(Run(points: [before, point], isUnfinished: isUnfinished))
      }
    }
    return runs
  }
}
