import HTML

extension LineDrawing {
  /// A pattern keeps its shape only in a picture that is not stretched: each area is a box in its fill, cut out.
  func appendAreas(to out: inout [UInt8]) {
    out.append(chart.fill == .stacked ? "<g class=\"areas stack\">" : "<g class=\"areas\">")
    for (index, (series, runs)) in zip(chart.series, runs.all).enumerated() {
      for (part, isUnfinished) in [("a", false), ("b", true)] {
        let drawn = runs.filter { $0.isUnfinished == isUnfinished && $0.points.count > 1 }
        guard !drawn.isEmpty else { continue }
        let name = patterns.name("\(part)\(index)")
        appendClip(name, drawn, to: &out)
        out.append("<rect")
        patterns.appendFill(series.style, unfinished: isUnfinished, to: &out)
        out.append(" width=\"100%\" height=\"400\" clip-path=\"url(#")
        out.appendEscaped(name)
        out.append(")\"/>")
      }
    }
    out.append("</g>")
  }

  /// In parts of a box 400 pixels high, which holds any of our pictures.
  private func appendClip(_ name: String, _ runs: [LineRuns.Run], to out: inout [UInt8]) {
    out.append("<clipPath id=\"")
    out.appendEscaped(name)
    out.append("\" clipPathUnits=\"objectBoundingBox\"><path transform=\"scale(.01 .0025)\" d=\"")
    for run in runs {
      out.append(curve: run.points.map { (chart.places[$0.index], y($0.value)) })
      for point in run.points.reversed() {
        out.append(point: (chart.places[point.index], point.under == 0 ? frame.zero : y(point.under)), "L")
      }
      out.append("Z")
    }
    out.append("\"/></clipPath>")
  }
}

extension [UInt8] {
  mutating func append(curve points: [(x: Double, y: Double)]) {
    for (index, point) in points.enumerated() { append(point: point, index == 0 ? "M" : "L") }
  }

  fileprivate mutating func append(point: (x: Double, y: Double), _ command: StaticString) {
    append(command)
    append(number: Swift.min(100, Swift.max(0, point.x)))
    append(" ")
    append(tenths: point.y)
  }
}
