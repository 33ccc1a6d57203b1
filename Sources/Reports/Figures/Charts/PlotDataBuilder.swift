import Charts
import Diagnostics
import SQL
import Time

/// Sorts a figure's rows into places along an axis and series.
struct PlotDataBuilder {
  let desk: FigureDesk
  let spec: ChartSpec
  let rows: FigureRows

  /// As many places as a picture may have.
  static let most = 2000
}

extension PlotDataBuilder {
  func build() throws(Diagnostics) -> PlotData {
    let axis = PlotAxisReader(desk: desk, rows: rows, x: spec.columns["x"] ?? "")
    let (kind, places) = try axis.read()
    guard places.count <= PlotDataBuilder.most else {
      throw desk.fail(
        "found \(places.count) places along the axis, expected at most \(PlotDataBuilder.most)",
        help: kind == .bands ? "say `top: 20`, or put rows together with `group by`" : "group the rows by week or month"
      )
    }
    let xs = rows.column(spec.columns["x"] ?? "").map(\.plain)
    let byKey = Dictionary(
      places.enumerated().map { (ExactText($1.key), $0) }, uniquingKeysWith: { first, _ in first })
    var data = PlotData(axis: kind, title: axis.title, places: places, series: [])
    let rowPlaces = xs.map { byKey[ExactText(axis.key($0, kind))] ?? 0 }
    if let series = spec.columns["series"] {
      try addLong(series, rowPlaces, to: &data)
    } else {
      for name in spec.y { data.series.append(try wide(name, rowPlaces, data)) }
    }
    try cut(&data)
    return data
  }
}

extension PlotDataBuilder {
  /// A column is a series.
  private func wide(_ name: String, _ rowPlaces: [Int], _ data: PlotData) throws(Diagnostics) -> PlotData.Series {
    let place = rows.index(name)
    var series = empty(name, title: rows.columns[place].title, place, data)
    var seen = Array(repeating: false, count: data.places.count)
    for (row, at) in rowPlaces.enumerated() {
      if seen[at] { throw twice(data.places[at], nil) }
      seen[at] = true
      try put(row, place, at, &series)
    }
    return series
  }

  /// The values of a column are series, in the order in which they come.
  private func addLong(_ column: String, _ rowPlaces: [Int], to data: inout PlotData) throws(Diagnostics) {
    let place = rows.index(spec.y.first ?? "")
    let names = rows.column(column).map(\.plain)
    var positions: [ExactText: Int] = [:]
    var seen: Set<[Int]> = []
    for (row, at) in rowPlaces.enumerated() {
      let name = names[row]
      let index = positions[ExactText(name)] ?? data.series.count
      if index == data.series.count {
        positions[ExactText(name)] = index
        let label = try desk.text(
          rows.rows[row].values[rows.index(column)], rows.columns[rows.index(column)], row: row, in: rows)
        data.series.append(empty(name, title: label, place, data))
      }
      if !seen.insert([at, index]).inserted { throw twice(data.places[at], name) }
      try put(row, place, at, &data.series[index])
    }
  }

  private func empty(_ name: String, title: String, _ place: Int, _ data: PlotData) -> PlotData.Series {
    PlotData.Series(
      name: name, title: title, format: format(place), values: Array(repeating: nil, count: data.places.count),
      texts: Array(repeating: desk.context.words["table.missing"], count: data.places.count))
  }

  /// Named, or that of the column, or by its values: whole numbers are counts.
  private func format(_ place: Int) -> FigureFormat {
    if let format = spec.format ?? rows.columns[place].format, format.isNumeric { return format }
    let areWhole = rows.rows.allSatisfy { row in
      switch row.values[place] {
      case .sql(.integer), .sql(.null): true
      default: false
      }
    }
    return areWhole ? .count : .number
  }

  private func put(_ row: Int, _ place: Int, _ at: Int, _ series: inout PlotData.Series) throws(Diagnostics) {
    let value = rows.rows[row].values[place]
    let column = rows.columns[place]
    guard let number = try desk.number(value, column, row: row, in: rows) else {
      if let reading = value.reading, !reading.isEnough { series.texts[at] = desk.context.words["measures.not_enough"] }
      return
    }
    series.values[at] = number
    guard let reading = value.reading, let measure = column.measure else {
      series.texts[at] = try desk.text(value, column, row: row, format: series.format, in: rows)
      return
    }
    let text = reading.text(measure.format, desk.context.words)
    series.texts[at] =
      reading.n.map { desk.context.words.fill("figures.with_n", ["value": text, "n": desk.context.words.number($0)]) }
      ?? text
  }

  private func twice(_ place: PlotData.Place, _ series: String?) -> Diagnostics {
    desk.fail(
      "the query `\(rows.query ?? "")` gives two rows for `\(place.key)`\(series.map { " and `\($0)`" } ?? ""), "
        + "expected one", help: series == nil ? "group the rows, or name a column as `series`" : "group the rows")
  }
}
