import Diagnostics
import HTML
import SQL
import Templating
import Time

/// What a block is made at: its page, its data, and what every author's figure has in common.
struct FigureDesk: Sendable {
  let id: String
  let place: Place
  let context: ReportContext
  let data: FigureData
}

extension FigureDesk {
  func rows(_ source: FigureSource) throws(Diagnostics) -> FigureRows {
    switch source {
    case .query(let name, _): FigureRows(try data.result(name), query: name)
    case .measures(let measures, let by, let filters): try rows(measures, by: by, scope(filters))
    }
  }

  /// The most rows that a figure shows one by one.
  private static let mostRows = 10_000

  /// The rows, where each is shown.
  /// - Throws: if they are too many for that.
  func shownRows(_ source: FigureSource) throws(Diagnostics) -> FigureRows {
    let rows = try rows(source)
    guard rows.rows.count > FigureDesk.mostRows else { return rows }
    throw Diagnostics([
      .error(
        "found \(rows.rows.count) rows, expected at most \(FigureDesk.mostRows) where each is shown", at: place,
        help: "ask for fewer with `limit`, or put rows together with `group by`")
    ])
  }

  func scope(_ filters: [FigureFilter], of period: Period? = nil) -> MeasureScope {
    let filters = filters.map { filter in
      switch filter.value {
      case .literal(let text): MeasureFilter(filter.dimension, text)
      case .parameter(let name):
        MeasureFilter(filter.dimension, FigureValue.sql(data.parameters[name] ?? .null).plain)
      }
    }
    return MeasureScope(period ?? context.page.period, filters: filters)
  }

  private func rows(
    _ measures: [Measure], by: MeasureDimension?, _ scope: MeasureScope
  ) throws(Diagnostics) -> FigureRows {
    guard let by else { return FigureRows(columns: [], rows: []) }
    let breakdown = try data.engine.breakdown(measures.map(\.name), by: by, scope, context)
    let head = FigureRows.Column(
      name: by.rawValue, title: context.words["figures.dimension.\(by.rawValue)"], format: .text)
    var rows = FigureRows(
      columns: [head]
        + measures.map { .init(name: $0.name, title: $0.title, format: FigureFormat($0.format), measure: $0) },
      rows: breakdown.rows.map { row in
        FigureRows.Row(
          values: [.key(row.key, label: row.label)]
            + row.readings.map { .reading(row.isCovered ? $0 : MeasureReading(.nothing)) },
          isUnfinished: row.isUnfinished, isCovered: row.isCovered)
      })
    rows.total = [.key("", label: "")] + breakdown.total.map { .reading($0) }
    rows.dimension = by
    return rows
  }

  func words(_ text: LiveText?) throws(Diagnostics) -> String? { try text?.text(context, data) }

  /// A value as readers see it.
  /// - Parameters:
  ///   - row: from 0, for the error.
  ///   - format: over that of the column.
  /// - Throws: where a value does not fit its format.
  func text(
    _ value: FigureValue, _ column: FigureRows.Column, row: Int, format: FigureFormat? = nil, in rows: FigureRows,
    at place: Place? = nil
  ) throws(Diagnostics) -> String {
    switch value {
    case .key(_, let label): return label
    case .reading(let reading):
      return column.measure.map { reading.text($0.format, context.words) } ?? context.words["table.missing"]
    case .sql(let sql):
      let format = format ?? column.format
      if let text = context.text(sql, format) { return text }
      throw misfit(value, column, row: row, format ?? .text, in: rows, at: place)
    }
  }

  /// The number of a value, nil for none.
  /// - Throws: where there is a text.
  func number(
    _ value: FigureValue, _ column: FigureRows.Column, row: Int, in rows: FigureRows
  ) throws(Diagnostics) -> Double? {
    if case .sql(.text) = value { throw misfit(value, column, row: row, .number, in: rows) }
    return value.number
  }

  func misfit(
    _ value: FigureValue, _ column: FigureRows.Column, row: Int, _ format: FigureFormat, in rows: FigureRows,
    at place: Place? = nil
  ) -> Diagnostics {
    let found = value.plain.count > 60 ? value.plain.prefix(60) + "…" : value.plain[...]
    return Diagnostics([
      .error(
        "the query `\(rows.query ?? "")` gives `\(found)` in row \(row + 1) of `\(column.name)`, "
          + "expected \(format.expectation)", at: place ?? self.place,
        help: format.isNumeric
          ? "make it a number in the query, with `cast(\(column.name) as real)`"
          : "say `format: text` if it is one")
    ])
  }

  func fail(_ summary: String, at place: Place? = nil, help: String? = nil) -> Diagnostics {
    Diagnostics([.error(summary, at: place ?? self.place, help: help)])
  }
}
