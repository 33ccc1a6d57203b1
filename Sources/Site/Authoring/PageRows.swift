import Diagnostics
import Reports
import SQL
import Time

/// A page that one file becomes by its `for:`, for a row of the query.
struct PageRow: Sendable {
  var address: String
  /// By column.
  var parameters: [String: ResultValue]
  /// Where the row says from `first_day` to `last_day`.
  var period: Period?
}

/// The pages of a query's rows. What stands in a row may have been written by anyone, so only its letters and digits
/// reach an address.
struct PageRows {
  private(set) var rows: [PageRow] = []

  /// - Throws: where two rows are the same.
  init(_ table: ResultTable, of page: AuthoredPage, place: Place) throws(Diagnostics) {
    let pattern = page.rowAddress(firstColumn: table.columns.first ?? "")
    rows = table.rows.map { row in
      let parameters = Dictionary(zip(table.columns, row)) { first, _ in first }
      return PageRow(
        address: PageRows.fill(pattern, parameters), parameters: parameters, period: PageRows.period(parameters))
    }
    guard Set(table.rows).count == rows.count else {
      throw Diagnostics([
        .error(
          "two rows of `for:` are the same, expected each once", at: place,
          help: "write `select distinct`, or `group by`")
      ])
    }
    separate(table)
  }
}

extension PageRows {
  /// Rows whose addresses would be the same get some letters behind them that follow from all of their values. Where
  /// that is another row's address, which a customer's name can bring about, the letters are others.
  private mutating func separate(_ table: ResultTable) {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.address, default: 0] += 1 }
    var taken = Set(counts.keys)
    for (index, row) in rows.enumerated() where counts[row.address, default: 0] > 1 {
      let stem = row.address.dropLast(".html".count) + "-"
      var values = table.rows[index]
      repeat {
        rows[index].address = stem + PageRows.letters(values) + ".html"
        values.append(.null)
      } while !taken.insert(rows[index].address).inserted
    }
  }

  private static func fill(_ pattern: String, _ values: [String: ResultValue]) -> String {
    var address = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      address += rest[..<open] + slug(values[String(rest[rest.index(after: open)..<close])] ?? .null)
      rest = rest[rest.index(after: close)...]
    }
    return address + rest
  }

  /// Lower-case letters and digits of ASCII with single hyphens between, at most 60.
  private static func slug(_ value: ResultValue) -> String {
    var bytes: [UInt8] = []
    for byte in value.text.lowercased().utf8.prefix(240) {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        bytes.append(byte)
      } else if let last = bytes.last, last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    bytes = Array(bytes.prefix(60))
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return bytes.isEmpty ? "none-" + letters([value]) : String(decoding: bytes, as: UTF8.self)
  }

  /// Six letters that follow from the values.
  private static func letters(_ values: [ResultValue]) -> String {
    let hash = BytesDigest.of(values.flatMap { Array($0.text.utf8) + [0] })
    let bytes = (0..<6).map { 0x61 + UInt8((hash >> UInt64($0 * 8) & 0xFF) % 26) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func period(_ values: [String: ResultValue]) -> Period? {
    guard case .text(let first)? = values["first_day"], case .text(let last)? = values["last_day"],
      let first = CivilDate(day: first), let last = CivilDate(day: last), first <= last
    else { return nil }
    return Period(first: first, last: last)
  }
}

extension ResultValue {
  /// As it is written in an address.
  fileprivate var text: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }
}
