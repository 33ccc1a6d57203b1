import HTML

/// Rows of cells in five steps of shade, each with its number printed; empty cells stay empty.
/// With seven rows and 24 columns it is a week by the hour.
public struct HeatMap: Chart {
  public struct Cell: Equatable, Sendable {
    public var value: Int
    /// The value as it is printed.
    public var number: String
    public var title: String
    /// The number is not told: a sign stands for it, without a shade.
    public var isHidden = false

    public init(value: Int, number: String, title: String) {
      self.value = value
      self.number = number
      self.title = title
    }
  }

  public struct Row: Equatable, Sendable {
    public var label: String
    public var cells: [Cell]

    public init(label: String, cells: [Cell]) {
      self.label = label
      self.cells = cells
    }
  }

  public var caption: Caption
  public var columns: [String]
  public var rows: [Row]
  /// Every so many columns a label stays where there is little room.
  public var majorEvery: Int

  public init(caption: Caption, columns: [String], rows: [Row], majorEvery: Int = 6) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.majorEvery = majorEvery
  }
}

extension HeatMap {
  public func render(into out: inout [UInt8]) {
    out.openChart(
      "chart heat", and: PlotMargins(left: rows.map(\.label)).classes,
      height: HeatMap.head + HeatMap.rowHeight * Double(rows.count) + 2, caption)
    appendAxis(to: &out)
    let steps = HeatSteps(most: rows.flatMap(\.cells).map(\.value).max() ?? 0)
    for (index, row) in rows.enumerated() { append(row, at: index, steps, to: &out) }
    out.append("</svg>")
  }
}

extension HeatMap {
  private static var head: Double { 22 }
  private static var rowHeight: Double { 26 }

  private var columnWidth: Double { 100 / Double(max(columns.count, 1)) }
  private func left(_ column: Int) -> Double { Double(column) * columnWidth }
  private func middle(_ column: Int) -> Double { (Double(column) + 0.5) * columnWidth }
  private func top(_ row: Int) -> Double { HeatMap.head + Double(row) * HeatMap.rowHeight }

  private func appendAxis(to out: inout [UInt8]) {
    out.append("<g class=\"axis\">")
    for (index, label) in columns.enumerated() {
      let classes: StaticString = index % max(majorEvery, 1) == 0 ? "major" : "wide"
      out.appendText(classes, x: .percent(middle(index)), y: 10, label)
    }
    for (index, row) in rows.enumerated() {
      out.appendCutText("day", x: .pixels(-10), y: top(index) + 17, row.label, to: 24)
    }
    out.append("</g>")
  }

  private func append(_ row: Row, at index: Int, _ steps: HeatSteps, to out: inout [UInt8]) {
    out.append("<g>")
    for (column, cell) in row.cells.prefix(columns.count).enumerated() where cell.value > 0 || cell.isHidden {
      let step = steps.step(of: cell.value)
      out.append("<g>")
      out.appendTitle(cell.title)
      if !cell.isHidden {
        out.appendRect(
          HeatSteps.fills[step], x: .percent(left(column)), y: top(index), width: .percent(columnWidth),
          height: HeatMap.rowHeight)
      }
      out.appendText(HeatSteps.texts[step], x: .percent(middle(column)), y: top(index) + 17.5, cell.number)
      out.append("</g>")
    }
    out.append("</g>")
  }
}
