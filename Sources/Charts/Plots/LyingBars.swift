import HTML

/// A bar chart's bars from left to right, a band below the other. Names stand at the left of their bars; where one is
/// long, all stand above them.
struct LyingBars {
  let chart: BarChart
  let marks: BarMarks
  let scale: PlotScale
  let patterns: PlotPatterns
  let rows: PlotRows

  init(_ chart: BarChart) {
    self.chart = chart
    marks = BarMarks(chart)
    scale = PlotScale(chart.axis, holding: marks.values)
    patterns = PlotPatterns(chart.caption, chart.series, unfinished: chart.isUnfinished)
    let thickness = marks.lanes == 1 ? 14 : Double(marks.lanes) * 10
    rows = PlotRows(
      chart.bands.map { PlotRows.Row(label: $0.label, group: $0.group, isQuiet: $0.isQuiet) }, thickness: thickness,
      longestBeside: chart.peak == nil ? 24 : 16)
  }

  func render(into out: inout [UInt8]) {
    let margins = rows.margins(right: [peak].compactMap(\.self))
    out.openChart("chart plot", and: margins.classes, height: rows.bottom + 4, chart.caption)
    patterns.appendDefinitions(to: &out)
    let marks = scale.marks.map { PlotRows.Mark(place: 100 * (scale.share($0) ?? 0), label: chart.axis.label($0)) }
    rows.appendGrid(marks, margins, zero: scale.zero.map { 100 * $0 }, first: scale.firstMark, to: &out)
    out.append("<g class=\"bars\">")
    for mark in self.marks.all { append(mark, to: &out) }
    out.append("</g>")
    rows.appendLabels(to: &out)
    appendNotes(to: &out)
    appendPeak(to: &out)
    out.append("</svg>")
  }
}

extension LyingBars {
  private var peak: String? { chart.peak.map { PlotText.cut($0, to: 20) } }

  private var lane: Double { rows.thickness / Double(marks.lanes) }
  private func top(_ mark: BarMarks.Mark) -> Double { rows.tops[mark.band] + Double(mark.lane) * lane }
  private func x(_ value: Double) -> Double { 100 * (scale.share(value) ?? 0) }

  private func append(_ mark: BarMarks.Mark, to out: inout [UInt8]) {
    let height = marks.lanes == 1 ? lane : lane - 1
    let isUnfinished = chart.bands[mark.band].isUnfinished
    let zero = x(0)
    out.append("<g>")
    out.appendTitle(mark.title)
    switch mark.kind {
    case .bar:
      let (left, width) = extent(mark)
      out.appendBox(
        x: .percent(left), y: top(mark), width: .percent(width), height: height,
        fill: fill(mark, isUnfinished: isUnfinished))
    case .zero:
      out.appendBox(
        x: .percent(zero), y: top(mark), width: .pixels(1.5), height: height, fill: fill(mark, isUnfinished: false))
    case .dot:
      out.appendDot(
        x: .percent(x(mark.to)), y: top(mark) + lane / 2, fill: fill(mark, isUnfinished: isUnfinished))
    case .missing, .unseen:
      out.appendRect("hit", x: .percent(0), y: top(mark), width: .percent(100), height: height)
      guard mark.kind == .missing else { break }
      out.appendText(x: .percent(zero), dx: 5, y: top(mark) + lane / 2 + 4, "–")
    }
    out.append("</g>")
  }

  /// In percent; paper is left between a bar and the one that it goes on from.
  private func extent(_ mark: BarMarks.Mark) -> (left: Double, width: Double) {
    let (from, to) = (x(mark.from), x(mark.to))
    let gap = mark.from == 0 || abs(to - from) < 0.6 ? 0.0 : 0.25
    let width = max(0.2, abs(to - from) - gap)
    return (min(100 - width, to > from ? from + gap : to), width)
  }

  private func fill(_ mark: BarMarks.Mark, isUnfinished: Bool) -> (inout [UInt8]) -> Void {
    { patterns.appendFill(chart.series[mark.series].style, unfinished: isUnfinished, to: &$0) }
  }

  private func appendNotes(to out: inout [UInt8]) {
    var last = -Double.infinity
    for note in chart.notes.sorted(by: { $0.place < $1.place }) where (0...100).contains(note.place) {
      let y = rows.y(ofPlace: note.place)
      let base = max(y - 4, last + 16)
      out.append("<g class=\"notes\">")
      out.appendLine("at", x1: .percent(0), x2: .percent(100), y1: y, y2: y)
      out.appendCutText("note", x: .percent(100), y: base, anchor: .end, note.text, to: 34)
      out.append("</g>")
      last = base
    }
  }

  /// In the margin kept for it, whichever the longest bar's length.
  private func appendPeak(to out: inout [UInt8]) {
    guard let peak, let mark = marks.highest else { return }
    out.appendText("note", x: .percent(x(mark.to)), dx: 8, y: top(mark) + lane / 2 + 5, peak)
  }
}
