import SQL

/// The rows of a query as text for a terminal or a program.
public struct QueryOutput: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    /// Aligned columns, for people.
    case table
    /// By RFC 4180; texts are guarded against spreadsheet formulas.
    case csv
    /// An array of objects.
    case json
  }

  private let table: ResultTable
  private let format: Format

  public init(_ table: ResultTable, _ format: Format) {
    self.table = table
    self.format = format
  }
}

extension QueryOutput {
  /// With a line feed at the end.
  public var text: String {
    switch format {
    case .table: aligned
    case .csv: csv
    case .json: json
    }
  }
}

extension QueryOutput {
  private var aligned: String {
    let cells = table.rows.map { $0.map { $0.shown.safeInCell } }
    let heads = table.columns.map(\.safeInCell)
    let widths = heads.indices.map { column in
      cells.reduce(heads[column].count) { max($0, $1[column].count) }
    }
    let isNumeric = heads.indices.map { column in table.rows.allSatisfy { $0[column].isNumberOrNull } }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        return isNumeric[column] ? space + cells[column] : cells[column] + space
      }
      return padded.joined(separator: "  ").trimmingEnd + "\n"
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return line(heads) + rule + cells.map(line).joined()
  }

  private var csv: String {
    var bytes: [UInt8] = []
    func append(_ fields: [String]) {
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(Ascii.comma) }
        appendCSVField(Array(field.utf8), to: &bytes)
      }
      bytes.append(Ascii.lineFeed)
    }
    append(table.columns)
    for row in table.rows { append(row.map(\.inCSV)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var json: String {
    guard !table.rows.isEmpty else { return "[]\n" }
    var bytes: [UInt8] = []
    let names = table.columns.map { name in
      var bytes: [UInt8] = []
      appendJSONString(Array(name.utf8), to: &bytes)
      return bytes
    }
    for (index, row) in table.rows.enumerated() {
      bytes.append(contentsOf: (index == 0 ? "[\n  {" : ",\n  {").utf8)
      for (column, value) in row.enumerated() {
        if column > 0 { bytes.append(contentsOf: ", ".utf8) }
        bytes.append(contentsOf: names[column])
        bytes.append(contentsOf: ": ".utf8)
        value.appendJSON(to: &bytes)
      }
      bytes.append(Ascii.closingBrace)
    }
    bytes.append(contentsOf: "\n]\n".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ResultValue {
  fileprivate var shown: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let text): text
    }
  }

  fileprivate var isNumberOrNull: Bool { if case .text = self { false } else { true } }

  fileprivate var inCSV: String { if case .text(let text) = self { FormulaGuard.text(text) } else { shown } }

  fileprivate func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    // JSON has no word for what is not finite.
    case .real(let value): bytes.append(contentsOf: (value.isFinite ? String(value) : "null").utf8)
    case .text(let text): appendJSONString(Array(text.utf8), to: &bytes)
    }
  }
}

extension String {
  /// One line that cannot steer a terminal: controls, separators of lines and marks of direction as U+FFFD.
  fileprivate var safeInCell: String {
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }

  fileprivate var trimmingEnd: String {
    var end = self[...]
    while end.last == " " { end.removeLast() }
    return String(end)
  }
}
