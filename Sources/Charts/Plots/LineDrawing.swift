import HTML

/// Draws a line chart: grid, areas, lines, what stands around them, and a column a place for a pointer.
struct LineDrawing {
  let chart: LineChart
  let runs: LineRuns
  let frame: PlotFrame
  let patterns: PlotPatterns
  let names: LineNames

  init(_ chart: LineChart) {
    self.chart = chart
    runs = LineRuns(chart)
    let scale = PlotScale(chart.axis, holding: runs.values)
    let written = chart.namesLines ? chart.series.map { PlotText.cut($0.name, to: LineNames.longest) } : []
    let margins = PlotMargins(left: scale.labels(chart.axis), right: written)
    let frame = PlotFrame(scale, margins, notes: chart.notes, hasPeak: chart.peak != nil, labels: 26)
    self.frame = frame
    patterns = PlotPatterns(chart.caption, chart.series, unfinished: chart.unfinishedFrom != nil)
    let ends = zip(chart.series, runs.points).compactMap { series, points in
      LineDrawing.end(of: points, chart.fill, in: frame).map { (text: series.name, style: series.style, y: $0) }
    }
    names = LineNames(chart.namesLines ? ends : [], room: frame.top...frame.base)
  }

  func render(into out: inout [UInt8]) {
    out.openChart("chart plot", and: frame.margins.classes, height: frame.height, chart.caption)
    patterns.appendDefinitions(to: &out)
    frame.appendGrid(chart.axis, to: &out)
    if chart.hasAreas { appendAreas(to: &out) }
    appendLines(to: &out)
    appendDots(to: &out)
    appendTicks(to: &out)
    frame.notes.append(base: frame.base, to: &out)
    appendColumns(to: &out)
    names.append(to: &out)
    if let peak = runs.highest, let y = frame.y(peak.value) {
      frame.appendPeak(chart.peak, at: chart.places[peak.index], y: y, to: &out)
    }
    out.append("</svg>")
  }
}

extension LineDrawing {
  /// A stacked area is named at the middle of its end.
  private static func end(of points: [LineRuns.Point], _ fill: LineChart.Fill, in frame: PlotFrame) -> Double? {
    guard let last = points.last else { return nil }
    return frame.y(fill == .stacked && !frame.scale.isLog ? (last.value + last.under) / 2 : last.value)
  }

  func y(_ value: Double) -> Double { frame.y(value) ?? frame.base }

  private func appendLines(to out: inout [UInt8]) {
    out.append("<svg class=\"curves\" width=\"100%\"")
    out.append(attribute: " height=\"", .pixels(frame.height))
    out.append(" viewBox=\"0 0 100 ")
    out.append(number: frame.height)
    out.append("\" preserveAspectRatio=\"none\">")
    for (series, runs) in zip(chart.series, runs.all) {
      for isUnfinished in [false, true] {
        let drawn = runs.filter { $0.isUnfinished == isUnfinished && $0.points.count > 1 }
        guard !drawn.isEmpty else { continue }
        out.append("<path class=\"")
        out.append(classes: isUnfinished ? ["line d-open", series.style.stroke] : lineClasses(series.style))
        out.append("\" d=\"")
        for run in drawn { out.append(curve: run.points.map { (chart.places[$0.index], y($0.value)) }) }
        out.append("\"/>")
      }
    }
    out.append("</svg>")
  }

  /// Areas tell series apart by their fill; between stacked ones lies paper.
  private func lineClasses(_ style: PlotStyle) -> [StaticString] {
    guard chart.hasAreas else { return style.line }
    return chart.fill == .stacked ? ["line s-paper"] : ["line", style.stroke]
  }

  /// A value between two gaps.
  private func appendDots(to out: inout [UInt8]) {
    for (series, runs) in zip(chart.series, runs.all) {
      for run in runs where run.points.count == 1 {
        out.appendDot(x: .percent(chart.places[run.points[0].index]), y: y(run.points[0].value)) {
          patterns.appendFill(
            run.isUnfinished ? series.style : PlotStyle(series.style.role), unfinished: run.isUnfinished, to: &$0)
        }
      }
    }
  }

  private func appendTicks(to out: inout [UInt8]) {
    out.append("<g class=\"axis\">")
    for tick in LineTicks(chart.ticks, frame.margins).shown {
      let x = Coordinate.percent(tick.place)
      out.appendLine(x1: x, x2: x, y1: frame.base, y2: frame.base + 5)
      out.appendCutText(tick.classes, x: x, y: frame.base + 20, anchor: tick.anchor, tick.label, to: 24)
    }
    out.append("</g>")
  }

  /// What all series say of a place.
  private func appendColumns(to out: inout [UInt8]) {
    out.append("<g class=\"columns\">")
    let places = chart.places
    for (index, place) in places.enumerated() {
      let left = index > 0 ? (places[index - 1] + place) / 2 : 0
      let right = index + 1 < places.count ? (place + places[index + 1]) / 2 : 100
      let title = chart.series.map { $0.title(index) }.filter { !$0.isEmpty }.joined(separator: "\n")
      guard right > left, !title.isEmpty else { continue }
      out.append("<g>")
      out.appendTitle(title)
      out.appendRect(
        "hit", x: .percent(left), y: frame.top, width: .percent(right - left), height: PlotFrame.plot)
      out.append("</g>")
    }
    out.append("</g>")
  }
}
