import Diagnostics
import HTML
import SQL
import Templating
import Time

/// What stands below an author's figure: what its rows are, and the text of its query.
extension FigureDesk {
  /// Its rows as a file beside the page.
  var file: String { context.fileBeside(".\(id).csv") }

  /// Unit, anchor or query, time zone, the data's span and its as-of instant.
  func facts(_ source: FigureSource) -> String {
    let words = context.words
    let first = context.zone.date(context.span?.first ?? context.asOf)
    let last = context.zone.date(context.span?.last ?? context.asOf)
    let tail = words.fill(
      "figures.facts.data",
      ["zone": context.zone.name, "span": words.range(first, last), "as_of": context.moment(context.asOf)])
    return "\(subject(source)) \(tail)"
  }

  private func subject(_ source: FigureSource) -> String {
    let words = context.words
    switch source {
    case .query(let name, _): return words.fill("figures.facts.query", ["query": name])
    case .measures(let measures, _, _):
      var counted: [String] = []
      for measure in measures {
        let text = words.fill(
          "figures.facts.counted",
          ["units": words["figures.units.\(measure.unit.rawValue)"], "anchor": measure.anchorWords(words)])
        if !counted.contains(text) { counted.append(text) }
      }
      let days = words.range(context.page.period.first, context.page.period.last)
      return words.fill("figures.facts.measures", ["units": words.groups(counted), "days": days])
    }
  }

  private static let queryText = Schema("figure-query", [.text("query"), .text("sql")])

  /// The query's text, which opens below the figure; nothing for measures.
  func queryText(_ source: FigureSource) throws(Diagnostics) -> Markup {
    guard case .query(let name, _) = source else { return Markup() }
    return try context.render("blocks/_figure-query", FigureDesk.queryText) { values in
      values.set("query", of: values.root, text: name)
      values.set("sql", of: values.root, text: data.text(name))
    }
  }

  private static let empty = Schema("figure-empty", [.text("title"), .text("sentence"), .text("facts")])

  /// Instead of a figure without rows: a sentence.
  /// - Parameter hasRows: there are some, with no value that can be drawn.
  func emptyReport(
    _ source: FigureSource, title: String?, hasRows: Bool = false
  ) throws(Diagnostics) -> Report {
    let words = context.words
    let days = words.range(context.page.period.first, context.page.period.last)
    let sentence: String =
      if hasRows {
        words.fill("figures.empty.values", ["days": days])
      } else if case .query(let name, _) = source {
        words.fill("figures.empty.query", ["query": name, "days": days])
      } else {
        words.fill("figures.empty.measures", ["days": days])
      }
    let body = try context.render("blocks/_figure-empty", FigureDesk.empty) { values in
      values.set("title", of: values.root, text: title ?? "")
      values.set("sentence", of: values.root, text: sentence)
      values.set("facts", of: values.root, text: facts(source))
    }
    return Report(.row, body: body + (try queryText(source)))
  }

  /// The author's note as a paragraph, beside the section's words.
  func side(_ note: LiveText?, notes: [String] = []) throws(Diagnostics) -> Markup {
    let note = try words(note).map { Markup(escaping: $0) } ?? Markup()
    return try context.paragraphs([note], notes: notes.map { Markup(escaping: $0) })
  }

  /// The rows, raw.
  func csv(_ rows: FigureRows, keeping names: [String]? = nil) -> [UInt8] {
    let places = rows.columns.indices.filter { names?.contains(rows.columns[$0].name) ?? true }
    let columns = places.flatMap { FigureCSVColumn.columns(of: rows.columns[$0], at: $0, in: rows) }
    var csv = CSVWriter(header: columns.map { FormulaGuard.text($0.name) })
    for row in rows.rows where row.isCovered { csv.append(columns.map { $0.value(row.values[$0.place]) }) }
    return csv.bytes
  }
}

/// A column of a figure's file: a value, or what a measure's value rests on.
private struct FigureCSVColumn {
  var name: String
  var place: Int
  var value: (FigureValue) -> CSVField

  static func columns(of column: FigureRows.Column, at place: Int, in rows: FigureRows) -> [FigureCSVColumn] {
    var columns = [FigureCSVColumn(name: column.name, place: place) { $0.csv }]
    let readings = rows.rows.compactMap { $0.values[place].reading }
    if readings.contains(where: { $0.n != nil }) {
      columns.append(.init(name: column.name + "_n", place: place) { $0.reading?.n.map { .number($0) } ?? .empty })
    }
    if readings.contains(where: { $0.interval != nil }) {
      columns.append(
        .init(name: column.name + "_low", place: place) {
          $0.reading?.shownInterval.map { .id($0.lowerBound.description) } ?? .empty
        })
      columns.append(
        .init(name: column.name + "_high", place: place) {
          $0.reading?.shownInterval.map { .id($0.upperBound.description) } ?? .empty
        })
    }
    return columns
  }
}

extension MeasureReading {
  /// Nil where the value rests on too few units to be shown.
  fileprivate var shownInterval: ClosedRange<Double>? { isEnough ? interval : nil }
}

extension FigureValue {
  var reading: MeasureReading? { if case .reading(let reading) = self { reading } else { nil } }
}
