import Time

/// Rows as CSV (RFC 4180, UTF-8, lines end in `\n`), raw and for programs and spreadsheets alike: instants in UTC,
/// lengths in seconds, nothing rounded; text that people wrote is guarded against formulas, ids and numbers never are.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let width: Int

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
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(field)
    }
    bytes.append(0x0A)
  }
}

extension CSVWriter {
  private mutating func append(_ field: CSVField) {
    switch field {
    case .empty, .instant(nil), .length(nil): break
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .instant(let instant?): instant.write(to: &bytes)
    case .length(let length?): append(length)
    case .id(let id): append(quoting: id)
    case .text(let text): append(quoting: FormulaGuard.text(text))
    case .ids(let ids): append(quoting: ids.joined(separator: "|"))
    }
  }

  private mutating func append(_ length: Length) {
    let (seconds, rest) = length.milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
    if length.milliseconds < 0 { bytes.append(0x2D) }
    bytes.append(contentsOf: String(seconds).utf8)
    guard rest > 0 else { return }
    let digits = String(rest)
    bytes.append(0x2E)
    bytes.append(contentsOf: (String(repeating: "0", count: 3 - digits.count) + digits).utf8)
  }

  private mutating func append(quoting text: String) {
    let utf8 = text.utf8
    guard utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      return bytes.append(contentsOf: utf8)
    }
    bytes.append(0x22)
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
