import Grouping
import Time

/// Records of one table as bytes: JSON objects a line, or CSV by RFC 4180 with line feeds. Fields are put in the
/// table's order; nil is `null` in JSONL and empty in CSV.
struct RowBuffer: Sendable {
  private(set) var bytes: [UInt8] = []
  private let isJSON: Bool
  /// What stands before each field: `{"id":`, `,"brand":`; or nothing and then commas.
  private let leads: [[UInt8]]
  private var column = 0
  private var scratch: [UInt8] = []

  init(_ fields: [String], _ format: GroupTables.Format) {
    isJSON = format == .jsonl
    leads = fields.enumerated().map { index, field in
      switch format {
      case .jsonl: Array("\(index == 0 ? "{" : ",")\"\(field)\":".utf8)
      case .csv: index == 0 ? [] : [Ascii.comma]
      }
    }
  }

  /// The line of field names in CSV; nothing in JSONL.
  static func header(_ fields: [String], _ format: GroupTables.Format) -> [UInt8] {
    format == .csv ? Array((fields.joined(separator: ",") + "\n").utf8) : []
  }
}

extension RowBuffer {
  mutating func endRow() {
    if isJSON { bytes.append(Ascii.closingBrace) }
    bytes.append(Ascii.lineFeed)
    column = 0
  }

  mutating func put(_ utf8: [UInt8]) {
    lead()
    append(utf8)
  }

  mutating func put(_ field: EncodedField?) {
    lead()
    if let field { bytes.append(contentsOf: field.bytes) } else { appendNull() }
  }

  mutating func put(_ text: String?) {
    lead()
    if let text { append(text) } else { appendNull() }
  }

  mutating func put(_ number: Int) {
    lead()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func put(_ instant: Instant?) {
    lead()
    guard let instant else { return appendNull() }
    if isJSON { bytes.append(Ascii.quote) }
    instant.write(to: &bytes)
    if isJSON { bytes.append(Ascii.quote) }
  }

  /// A JSON array of strings; joined by `|` in CSV.
  mutating func put(list: [String]) {
    lead()
    guard isJSON else { return append(list.joined(separator: "|")) }
    appendArray(list) { buffer, text in buffer.append(text) }
  }

  /// A JSON array of `{"at","by"}`; in CSV `at/by`, joined by `|`.
  mutating func put(marks: [Groups.Mark]) {
    lead()
    guard isJSON else { return append(marks.map { "\($0.at)/\($0.by.name)" }.joined(separator: "|")) }
    appendArray(marks) { buffer, mark in
      buffer.bytes.append(contentsOf: "{\"at\":\"".utf8)
      mark.at.write(to: &buffer.bytes)
      buffer.bytes.append(contentsOf: "\",\"by\":\"\(mark.by.name)\"}".utf8)
    }
  }
}

extension RowBuffer {
  private mutating func lead() {
    bytes.append(contentsOf: leads[column])
    column += 1
  }

  private mutating func appendNull() {
    if isJSON { bytes.append(contentsOf: "null".utf8) }
  }

  private mutating func appendArray<Element>(_ list: [Element], _ append: (inout RowBuffer, Element) -> Void) {
    bytes.append(Ascii.openingBracket)
    for (index, element) in list.enumerated() {
      if index > 0 { bytes.append(Ascii.comma) }
      append(&self, element)
    }
    bytes.append(Ascii.closingBracket)
  }

  private mutating func append(_ text: String) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text.utf8)
    append(scratch)
  }

  private mutating func append(_ utf8: [UInt8]) {
    if isJSON { appendJSONString(utf8, to: &bytes) } else { appendCSVField(utf8, to: &bytes) }
  }
}
