import Diagnostics
import SQL
import Time

/// The rows that a figure is made from, a query's or measures' own, in one form.
struct FigureRows: Sendable {
  struct Column: Sendable {
    var name: String
    var title: String
    /// Nil if the values decide.
    var format: FigureFormat?
    var measure: Measure?
  }

  struct Row: Sendable {
    var values: [FigureValue]
    /// The data ends within it.
    var isUnfinished = false
    /// The data covers some of it.
    var isCovered = true
  }

  var columns: [Column]
  var rows: [Row]
  /// Of measures: of the whole, by column.
  var total: [FigureValue]?
  /// Of measures.
  var dimension: MeasureDimension?
  /// Of a query; nil for measures.
  var query: String?
}

extension FigureRows {
  /// The place of a column that the block is known to have.
  func index(_ name: String) -> Int { columns.firstIndex { $0.name == name } ?? 0 }

  func column(_ name: String) -> [FigureValue] {
    let index = index(name)
    return rows.map { $0.values[index] }
  }

  init(_ table: ResultTable, query: String) {
    columns = table.columns.map { name in
      Column(name: name, title: FigureRows.title(of: name), format: .named(by: name))
    }
    rows = table.rows.map { Row(values: $0.map { .sql($0) }) }
    self.query = query
  }

  /// `first_reply_seconds` becomes `First reply`.
  static func title(of name: String) -> String {
    var name = name
    for ending in ["_seconds", "_at"] where name.hasSuffix(ending) && name.utf8.count > ending.utf8.count {
      name = String(name.dropLast(ending.count))
    }
    let words = name.split(separator: "_", omittingEmptySubsequences: true).joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
