import HTML

/// Rows with a name each, below an axis of values.
struct PlotRows {
  struct Row {
    var label: String
    /// A heading above the row.
    var group: String?
    var isQuiet = false
  }

  struct Mark {
    /// In percent.
    var place: Double
    var label: String
  }

  let rows: [Row]
  /// The height of what is drawn in a row, in pixels.
  let thickness: Double
  /// Where it begins.
  private(set) var tops: [Double] = []
  private(set) var bottom = PlotRows.head
  /// Whether names stand above their rows.
  let isAbove: Bool
  /// Whether names stand beside their rows, and above them on a telephone, where they would leave the picture no room.
  let isAboveIfNarrow: Bool

  /// - Parameter longestBeside: how many letters the longest name may have to stand at the left.
  init(_ rows: [Row], thickness: Double, longestBeside: Int) {
    self.rows = rows
    self.thickness = thickness
    let longest = rows.map { PlotText.letters($0.label) }.max() ?? 0
    isAbove = longest > longestBeside
    isAboveIfNarrow = !isAbove && longest > 7 && !rows.contains { $0.group != nil }
    let gaps = isAbove ? (20.0, 28.0) : isAboveIfNarrow ? (15, 18) : (6, 12)
    for row in rows {
      if row.group != nil { bottom += PlotRows.heading }
      tops.append(bottom + gaps.0)
      bottom += thickness + gaps.1
    }
  }
}

extension PlotRows {
  static var head: Double { 22 }
  private static var heading: Double { 24 }

  /// The picture's margins; `right` are the words written there.
  func margins(right: [String]) -> PlotMargins {
    var margins = PlotMargins(left: isAbove ? nil : rows.map(\.label), right: right)
    if isAboveIfNarrow { margins.dropLeftIfNarrow() }
    return margins
  }

  /// A place along the rows, 0 above the first and 100 below the last, in pixels.
  func y(ofPlace place: Double) -> Double {
    guard let first = tops.first else { return PlotRows.head }
    let index = place / 100 * Double(rows.count)
    let row = min(rows.count - 1, Int(index))
    let start = row == 0 ? min(first, PlotRows.head) : tops[row - 1] + thickness + 6
    let end = tops[row] + thickness + 6
    return start + (end - start) * (index - Double(row))
  }

  /// - Parameters:
  ///   - zero: where bars begin, in percent.
  ///   - first: the mark from which every second label stays where there is little room.
  func appendGrid(_ marks: [Mark], _ margins: PlotMargins, zero: Double?, first: Int, to out: inout [UInt8]) {
    let levels = PlotThinning(marks.map { ($0.place, PlotText.cut($0.label, to: 10)) }, margins).levels
    let areMany = levels.contains { $0 != .everywhere }
    out.append("<g class=\"grid\">")
    for (index, mark) in marks.enumerated() {
      let x = Coordinate.percent(mark.place)
      out.appendLine(mark.place == zero ? "base" : "", x1: x, x2: x, y1: PlotRows.head - 4, y2: bottom)
      let isMinor = areMany && (index - first) % 2 != 0
      let anchor: Anchor = mark.place > 97 ? .end : isAbove && mark.place < 3 ? .start : .middle
      out.appendCutText(isMinor ? "odd" : "", x: x, y: 10, anchor: anchor, mark.label, to: 10)
    }
    out.append("</g>")
  }

  func appendLabels(to out: inout [UInt8]) {
    out.append("<g class=\"rows\">")
    for (row, top) in zip(rows, tops) {
      let x = Coordinate.pixels(isAbove ? 0 : -10)
      let y = isAbove ? top - 6 : top + thickness / 2 + 4
      if isAboveIfNarrow {
        out.appendCutText(row.isQuiet ? "wide" : "lab wide", x: x, y: y, anchor: .end, row.label, to: 24)
        out.appendCutText(row.isQuiet ? "slim" : "lab slim", x: .pixels(3), y: top - 4, row.label, to: 24)
        continue
      }
      if let group = row.group {
        out.appendCutText("group", x: x, y: top - (isAbove ? 28 : 10), anchor: isAbove ? .start : .end, group, to: 40)
      }
      out.appendCutText(
        row.isQuiet ? "" : "lab", x: x, y: y, anchor: isAbove ? .start : .end, row.label, to: isAbove ? 40 : 24)
    }
    out.append("</g>")
  }
}
