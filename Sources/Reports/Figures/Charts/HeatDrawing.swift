import Charts
import Diagnostics
import SQL

/// Values by two columns, in shades.
struct HeatDrawing {
  let frame: ChartFrame
}

/// The places along one side of a heat map.
private struct HeatSide {
  var keys: [ExactText]
  var labels: [String]
  var short: [String]
}

extension HeatDrawing {
  func draw() throws(Diagnostics) -> FigureDrawing? {
    let columns = try side("x")
    let rows = try side("y")
    let cells = try cells(columns, rows)
    guard let peak = peak(cells) else { return nil }
    let description =
      frame.said
      ?? frame.context.words.fill(
        "figures.say.heat",
        ["x": columns.labels[peak.column], "y": rows.labels[peak.row], "value": text(cells[peak.row][peak.column])])
    let chart = HeatMap(
      caption: frame.caption(description), columns: columns.short, rows: heatRows(cells, columns, rows),
      majorEvery: max(1, columns.keys.count / 4))
    return FigureDrawing(
      chart: chart.render(), description: description,
      columns: [.head(frame.column("y").title, isSticky: true)] + columns.short.map { .init($0, .number) },
      rows: rows.labels.indices.map { row in
        Table.Row([.text(rows.labels[row])] + cells[row].map { frame.number(text($0), $0) })
      })
  }

  private func heatRows(_ cells: [[Double?]], _ columns: HeatSide, _ rows: HeatSide) -> [HeatMap.Row] {
    let scale = scale(cells)
    return rows.short.indices.map { row in
      HeatMap.Row(
        label: rows.short[row],
        cells: cells[row].enumerated().map { column, value in
          let title = frame.context.words.fill(
            "figures.say.cell",
            ["x": columns.labels[column], "y": rows.labels[row], "value": text(value)])
          let step = Int(((value ?? 0) * scale).rounded())
          return HeatMap.Cell(value: (value ?? 0) > 0 ? max(1, step) : 0, number: text(value), title: title)
        })
    }
  }

  /// Shades are of whole numbers: what is smaller is stretched.
  private func scale(_ cells: [[Double?]]) -> Double {
    let most = cells.joined().compactMap(\.self).max() ?? 1
    return most > 0 && (most < 1000 && cells.joined().contains { $0.map { $0 != $0.rounded() } ?? false } || most > 1e9)
      ? 10_000 / most : 1
  }

  private var format: FigureFormat {
    if let format = frame.spec.format ?? frame.column("value").format { return format }
    let isWhole = frame.values("value").compactMap(\.number).allSatisfy { $0 == $0.rounded() }
    return isWhole ? .count : .number
  }

  private func text(_ value: Double?) -> String {
    value.map { frame.context.text($0, format) } ?? frame.context.words["table.missing"]
  }

  private func peak(_ cells: [[Double?]]) -> (row: Int, column: Int)? {
    var best: (row: Int, column: Int, value: Double)?
    for (row, values) in cells.enumerated() {
      for (column, value) in values.enumerated() {
        if let value, value > best?.value ?? -.infinity { best = (row, column, value) }
      }
    }
    return best.map { ($0.row, $0.column) }
  }

  /// All hours and weekdays; other values in the order in which they come.
  private func side(_ key: String) throws(Diagnostics) -> HeatSide {
    let column = frame.column(key)
    let values = frame.values(key)
    for (name, range) in [("hour", 0...23), ("weekday", 1...7)] where column.name == name {
      guard values.allSatisfy({ Int($0.plain).map(range.contains) ?? false }) else { continue }
      let labels = range.map { PlotAxisReader.label($0, isHour: name == "hour", frame.context) }
      let short =
        name == "hour" ? range.map(frame.context.words.hour) : range.map { frame.context.words.weekday($0 - 1) }
      return HeatSide(keys: range.map { ExactText(String($0)) }, labels: labels, short: short)
    }
    var keys: [ExactText] = []
    var labels: [String] = []
    for (row, value) in values.enumerated() where !keys.contains(ExactText(value.plain)) {
      keys.append(ExactText(value.plain))
      labels.append(try frame.desk.text(value, column, row: row, in: frame.rows))
      guard keys.count <= 200 else {
        throw frame.desk.fail("found more than 200 values of `\(column.name)`, expected at most 200")
      }
    }
    return HeatSide(keys: keys, labels: labels, short: labels)
  }

  private func cells(_ columns: HeatSide, _ rows: HeatSide) throws(Diagnostics) -> [[Double?]] {
    var cells: [[Double?]] = Array(repeating: Array(repeating: nil, count: columns.keys.count), count: rows.keys.count)
    let numbers = try frame.numbers("value")
    let (xs, ys) = (frame.values("x"), frame.values("y"))
    for index in numbers.indices {
      guard let column = columns.keys.firstIndex(of: ExactText(xs[index].plain)),
        let row = rows.keys.firstIndex(of: ExactText(ys[index].plain))
      else { continue }
      if cells[row][column] != nil {
        throw frame.desk.fail(
          "the query `\(frame.rows.query ?? "")` gives two rows for `\(xs[index].plain)` and `\(ys[index].plain)`, "
            + "expected one", help: "group the rows")
      }
      if let number = numbers[index], number < 0 {
        throw frame.desk.fail(
          "the query `\(frame.rows.query ?? "")` gives \(number) in row \(index + 1) of `\(frame.column("value").name)`, "
            + "expected nothing below 0 in a heat map")
      }
      cells[row][column] = numbers[index]
    }
    return cells
  }
}
