import GRDBSQLite

/// A statement that reads, ready to run once; `finalize` it.
struct CompiledQuery {
  let statement: OpaquePointer
  let connection: OpaquePointer?
  let text: QueryText
}

extension CompiledQuery {
  func finalize() { sqlite3_finalize(statement) }

  var columns: [String] {
    (0..<sqlite3_column_count(statement)).map { sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? "" }
  }

  /// As in the text, with the colon; nil for one without a name.
  var parameterNames: [String?] {
    (0..<sqlite3_bind_parameter_count(statement)).map {
      sqlite3_bind_parameter_name(statement, $0 + 1).map { String(cString: $0) }
    }
  }

  /// Without the colon, sorted.
  var parameters: [String] { parameterNames.compactMap { $0.map { String($0.dropFirst()) } }.sorted() }

  func bind(_ values: [String: ResultValue]) throws(SQLError) {
    for (index, name) in parameterNames.enumerated() {
      let name = String(name?.dropFirst() ?? "")
      guard let value = values[name] else { throw SQLError.missing(name, in: text) }
      bind(value, at: Int32(index + 1))
    }
  }

  func run(_ limits: QueryLimits) throws(SQLError) -> ResultTable {
    let meter = StepMeter(limit: limits.steps, on: connection)
    defer { meter.stop() }
    var table = ResultTable(columns: columns)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        guard table.rows.count < limits.rows else {
          throw SQLError(.rows(limit: limits.rows), "the query gives more than \(limits.rows) rows")
        }
        table.rows.append((0..<Int32(table.columns.count)).map(value))
      case SQLITE_DONE: return table
      default: throw failure(meter, limits)
      }
    }
  }
}

extension CompiledQuery {
  private func bind(_ value: ResultValue, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(statement, index)
    case .integer(let integer): sqlite3_bind_int64(statement, index, Int64(integer))
    case .real(let real): sqlite3_bind_double(statement, index, real)
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          // -1 is SQLITE_TRANSIENT: SQLite copies the text.
          let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
          _ = sqlite3_bind_text(statement, index, $0.baseAddress ?? CompiledQuery.nothing, Int32($0.count), copies)
        }
      }
    }
  }

  /// An empty text's address, as a null pointer would be null.
  private static var nothing: UnsafePointer<CChar>? {
    let empty: StaticString = ""
    return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  private func value(_ column: Int32) -> ResultValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    default:
      .text(
        sqlite3_column_blob(statement, column).map {
          let count = Int(sqlite3_column_bytes(statement, column))
          return String(decoding: UnsafeRawBufferPointer(start: $0, count: count), as: UTF8.self)
        } ?? "")
    }
  }

  private func failure(_ meter: StepMeter, _ limits: QueryLimits) -> SQLError {
    if meter.isOver {
      let limit = limits.steps
      return SQLError(.steps(limit: limit), "the query takes more than \(limit) steps of SQLite's machine")
    }
    let message = String(cString: sqlite3_errmsg(connection))
    guard message.contains(ClocklessDates.refusal) else { return SQLError(.failed, message) }
    let word = message.split(separator: "'").first.map { "'\($0)'" } ?? ""
    let function = String(message.prefix { $0 != "(" })
    return SQLError(.notReading, message, offset: text.offset(of: word) ?? text.offset(of: function))
  }
}

/// Counts the steps of one statement and ends it at the limit. SQLite counts each statement's steps from its first, so
/// that the same query over the same data stops at the same one.
private final class StepMeter {
  private(set) var isOver = false
  private var rest: Int
  private let connection: OpaquePointer?

  init(limit: Int, on connection: OpaquePointer?) {
    let stride = max(1, min(100_000, limit))
    rest = limit / stride
    self.connection = connection
    sqlite3_progress_handler(
      connection, Int32(stride),
      { context in
        guard let context else { return 1 }
        return Unmanaged<StepMeter>.fromOpaque(context).takeUnretainedValue().count() ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func stop() { sqlite3_progress_handler(connection, 0, nil, nil) }

  private func count() -> Bool {
    rest -= 1
    isOver = rest <= 0
    return !isOver
  }
}
