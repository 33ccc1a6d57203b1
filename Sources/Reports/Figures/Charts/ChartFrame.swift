import Charts
import Diagnostics
import HTML

/// What every drawing begins from.
struct ChartFrame {
  let desk: FigureDesk
  let spec: ChartSpec
  let rows: FigureRows
  let title: String
  /// The author's own description, instead of the one made from the data.
  let said: String?

  var context: ReportContext { desk.context }
  var role: Role { unitRole ?? .conv }

  /// The author's, or that of the one measure that is drawn.
  var unitRole: Role? {
    spec.role ?? (spec.source.measures.count == 1 ? spec.source.measures[0].unit.role : nil)
  }

  func caption(_ description: String) -> Caption {
    Caption(id: desk.id, title: title, description: said ?? description)
  }

  func column(_ key: String) -> FigureRows.Column { rows.columns[rows.index(spec.columns[key] ?? "")] }
  func values(_ key: String) -> [FigureValue] { rows.column(spec.columns[key] ?? "") }

  /// The numbers of a column; a text is an error.
  func numbers(_ key: String) throws(Diagnostics) -> [Double?] {
    var numbers: [Double?] = []
    for (row, value) in values(key).enumerated() {
      numbers.append(try desk.number(value, column(key), row: row, in: rows))
    }
    return numbers
  }

  /// Whole numbers from zero, as pictures of counts need them.
  func counts(_ key: String) throws(Diagnostics) -> [Int] {
    var counts: [Int] = []
    for (row, number) in try numbers(key).enumerated() {
      let number = number ?? 0
      guard number >= 0, number < 1e15, number == number.rounded() else {
        throw desk.fail(
          "the query `\(rows.query ?? "")` gives \(number) in row \(row + 1) of `\(column(key).name)`, "
            + "expected a whole number from 0")
      }
      counts.append(Int(number))
    }
    return counts
  }

  /// A row of a chart's own table.
  func number(_ text: String, _ value: Double?) -> Table.Cell {
    guard let value else { return .quiet(text) }
    var cell = Table.Cell.text(text, sort: value.description)
    cell.isQuiet = value == 0
    return cell
  }
}
