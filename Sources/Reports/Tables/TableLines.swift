import Templating

/// Rows that are written straight into the values of a table's template, without a model of each cell: for tables with
/// thousands of rows.
struct TableLines: Sendable {
  let count: Int
  let fill: @Sendable (RowFiller, inout Values) -> Void
}

/// Begins rows and cells of a table in the values of its template.
struct RowFiller: Sendable {
  private let rows: Slot
  private let shapes: [Shape]

  private struct Shape: Sendable {
    var isHead: Bool
    var classes: String
    var quietClasses: String
  }

  init(_ columns: [Table.Column]) {
    rows = TableSchema.table["rows"]
    shapes = columns.map {
      Shape(isHead: $0.isHead, classes: $0.classNames(quiet: false), quietClasses: $0.classNames(quiet: true))
    }
  }
}

extension RowFiller {
  func row(_ values: inout Values) -> Values.Record { values.append(to: rows, of: values.root) }

  /// The row's next cell, which stands in that column.
  func cell(_ column: Int, quiet: Bool = false, of row: Values.Record, _ values: inout Values) -> Values.Record {
    let shape = shapes[column]
    let cell = values.append(to: RowFields.cells, of: row)
    if shape.isHead { values.set(CellFields.head, of: cell, flag: true) }
    let classes = quiet ? shape.quietClasses : shape.classes
    if !classes.isEmpty { values.set(CellFields.classes, of: cell, text: classes) }
    return cell
  }

  /// The row's next cell, a bar alone: a share of the column's longest, drawn by the style sheet by its class. A
  /// picture in each of a long table's rows would delay the page.
  func bar(_ column: Int, percent: Int, of row: Values.Record, _ values: inout Values) {
    let cell = values.append(to: RowFields.cells, of: row)
    values.build(CellFields.classes, of: cell) { bytes in
      bytes.append(contentsOf: shapes[column].classes.utf8)
      bytes.append(contentsOf: " w".utf8)
      bytes.append(decimal: percent)
    }
  }

  func datum(_ name: String, _ value: String, of row: Values.Record, _ values: inout Values) {
    let item = values.append(to: RowFields.data, of: row)
    values.set(RowFields.name, of: item, text: name)
    values.set(RowFields.value, of: item, text: value)
  }
}

extension Table.Column {
  /// The classes of its cells.
  func classNames(quiet: Bool = false) -> String {
    var classes = classes
    if isSticky { classes.append("sticky") }
    if kind == .number { classes.append("num") }
    if quiet { classes.append("quiet") }
    return classes.joined(separator: " ")
  }
}
