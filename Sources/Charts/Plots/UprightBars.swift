import HTML

/// A bar chart's bars from the bottom up, bands from left to right.
struct UprightBars {
  let chart: BarChart
  let marks: BarMarks
  let frame: PlotFrame
  let slots: BarSlots
  let patterns: PlotPatterns

  init(_ chart: BarChart) {
    self.chart = chart
    marks = BarMarks(chart)
    let hasGroups = chart.bands.contains { $0.group != nil }
    let scale = PlotScale(chart.axis, holding: marks.values)
    frame = PlotFrame(
      scale, PlotMargins(left: scale.labels(chart.axis)), notes: chart.notes, hasPeak: chart.peak != nil,
      labels: hasGroups ? 40 : 26)
    slots = BarSlots(bands: chart.bands.count, lanes: marks.lanes)
    patterns = PlotPatterns(chart.caption, chart.series, unfinished: chart.isUnfinished)
  }

  func render(into out: inout [UInt8]) {
    let axis = BandAxis(chart.bands, slots, frame.margins)
    out.openChart(
      axis.hasGroups ? "chart plot ser" : "chart plot", and: frame.margins.classes, height: frame.height,
      chart.caption)
    patterns.appendDefinitions(to: &out)
    frame.appendGrid(chart.axis, to: &out)
    out.append("<g class=\"bars\">")
    for mark in marks.all { append(mark, to: &out) }
    out.append("</g>")
    axis.append(base: frame.base, to: &out)
    frame.notes.append(base: frame.base, to: &out)
    appendPeak(to: &out)
    out.append("</svg>")
  }
}

extension UprightBars {
  private func append(_ mark: BarMarks.Mark, to out: inout [UInt8]) {
    let middle = Coordinate.percent(slots.middle(mark.band, mark.lane))
    out.append("<g>")
    out.appendTitle(mark.title)
    switch mark.kind {
    case .bar: appendBar(mark, to: &out)
    case .zero: appendRect(mark, y: frame.zero - 1, height: 1.5, isUnfinished: false, to: &out)
    case .dot:
      if let y = frame.y(mark.to) {
        out.appendDot(x: middle, y: y, fill: fill(mark, isUnfinished: chart.bands[mark.band].isUnfinished))
      }
    case .missing, .unseen:
      let slot = (x: Coordinate.percent(slots.left(mark.band, mark.lane)), width: Coordinate.percent(slots.bar))
      out.appendRect("hit", x: slot.x, y: frame.top, width: slot.width, height: PlotFrame.plot)
      if slots.isRoomy, mark.kind == .missing { out.appendText(x: middle, y: frame.zero - 5, anchor: .middle, "–") }
    }
    out.append("</g>")
  }

  /// Paper is left between a bar and the one that it stands on.
  private func appendBar(_ mark: BarMarks.Mark, to out: inout [UInt8]) {
    guard let from = frame.y(mark.from), let to = frame.y(mark.to) else { return }
    let gap = mark.from == 0 ? 0.0 : 1
    let height = max(0.5, abs(from - to) - gap)
    let y = to < from ? from - gap - height : from + gap
    appendRect(mark, y: y, height: height, isUnfinished: chart.bands[mark.band].isUnfinished, to: &out)
  }

  private func appendRect(
    _ mark: BarMarks.Mark, y: Double, height: Double, isUnfinished: Bool, to out: inout [UInt8]
  ) {
    out.appendBox(
      x: .percent(slots.left(mark.band, mark.lane)), y: y, width: .percent(slots.bar), height: height,
      fill: fill(mark, isUnfinished: isUnfinished))
  }

  private func fill(_ mark: BarMarks.Mark, isUnfinished: Bool) -> (inout [UInt8]) -> Void {
    { patterns.appendFill(chart.series[mark.series].style, unfinished: isUnfinished, to: &$0) }
  }

  private func appendPeak(to out: inout [UInt8]) {
    guard let mark = marks.highest, let y = frame.y(mark.to) else { return }
    let lift = mark.kind == .dot ? 4.0 : 0
    frame.appendPeak(chart.peak, at: slots.middle(mark.band, mark.lane), y: y - lift, to: &out)
  }
}

extension [UInt8] {
  mutating func appendBox(
    x: Coordinate, y: Double, width: Coordinate, height: Double, fill: (inout [UInt8]) -> Void
  ) {
    append("<rect")
    fill(&self)
    append(attribute: " x=\"", x)
    append(attribute: " y=\"", .pixels(y))
    append(attribute: " width=\"", width)
    append(attribute: " height=\"", .pixels(height))
    append("/>")
  }

  mutating func appendDot(x: Coordinate, y: Double, fill: (inout [UInt8]) -> Void) {
    append("<circle")
    fill(&self)
    append(attribute: " cx=\"", x)
    append(attribute: " cy=\"", .pixels(y))
    append(" r=\"4\"/>")
  }
}
