import Files
import HTML
import Time

/// Rows as CSV (RFC 4180, UTF-8, lines end in `\n`), raw and for programs and spreadsheets alike: instants in UTC,
/// lengths in seconds, nothing rounded; text that people wrote is guarded against formulas, ids and numbers never are.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let width: Int
  /// How many values of the row at hand there are.
  private var column = 0
  private var instants = InstantWriter()

  /// - Parameter header: names in snake case.
  public init(header: [String]) {
    width = header.count
    append(header.map { .id($0) })
  }
}

/// A value of a CSV file.
public enum CSVField: Sendable {
  case empty
  case number(Int)
  case instant(Instant?)
  /// In seconds, with milliseconds where there are any.
  case length(Length?)
  case id(String)
  /// Written by a person: guarded.
  case text(String)
  /// Ids, joined by `|`.
  case ids([String])
}

extension CSVWriter {
  /// Adds a row; it has a value for every name of the header.
  public mutating func append(_ fields: [CSVField]) {
    precondition(fields.count == width, "a row of \(fields.count) values under \(width) names")
    for field in fields {
      beginField()
      append(field)
    }
    endRow()
  }

  /// Takes what has been written out of the writer.
  public mutating func take(_ use: (UnsafeBufferPointer<UInt8>) throws(FileError) -> Void) throws(FileError) {
    try bytes.withUnsafeBufferPointer(use)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A row value by value, without a model of it.
extension CSVWriter {
  mutating func addEmpty() { beginField() }

  mutating func add(number: Int) {
    beginField()
    bytes.append(decimal: number)
  }

  mutating func add(instant: Instant?) {
    beginField()
    if let instant { bytes.append(instant, by: &instants) }
  }

  mutating func add(length: Length?) {
    beginField()
    if let length { append(length) }
  }

  mutating func add(id: UnsafeBufferPointer<UInt8>) {
    beginField()
    append(quoting: id)
  }

  mutating func add(id: String) {
    beginField()
    append(quoting: id)
  }

  /// Written by a person: guarded.
  mutating func add(text: UnsafeBufferPointer<UInt8>) {
    beginField()
    if FormulaGuard.isPlain(text) { append(quoting: text) } else { append(guarding: text) }
  }

  mutating func add(text: String) {
    var text = text
    text.withUTF8 { add(text: $0) }
  }

  /// Ends the row; it has a value for every name of the header.
  mutating func endRow() {
    precondition(column == width, "a row of \(column) values under \(width) names")
    column = 0
    bytes.append(0x0A)
  }
}

extension CSVWriter {
  @inline(__always)
  private mutating func beginField() {
    if column > 0 { bytes.append(0x2C) }
    column += 1
  }

  private mutating func append(_ field: CSVField) {
    switch field {
    case .empty, .instant(nil), .length(nil): break
    case .number(let number): bytes.append(decimal: number)
    case .instant(let instant?): bytes.append(instant, by: &instants)
    case .length(let length?): append(length)
    case .id(let id): append(quoting: id)
    case .text(let text): append(quoting: FormulaGuard.text(text))
    case .ids(let ids): append(quoting: ids.joined(separator: "|"))
    }
  }

  private mutating func append(_ length: Length) {
    let (seconds, rest) = length.milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    bytes.write(most: 26) { out in
      if length.milliseconds < 0 { out.put(0x2D) }
      out.put(decimal: Int(seconds))
      guard rest > 0 else { return }
      out.put(0x2E)
      out.put(0x30 + UInt8(rest / 100))
      out.put(twoDigits: Int(rest % 100))
    }
  }

  private mutating func append(quoting text: String) {
    var text = text
    text.withUTF8 { append(quoting: $0) }
  }

  private mutating func append(guarding text: UnsafeBufferPointer<UInt8>) {
    append(quoting: FormulaGuard.text(String(decoding: text, as: UTF8.self)))
  }

  private mutating func append(quoting text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      return bytes.append(bytes: text)
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
