import GRDBSQLite

/// What SQL can do beyond SQLite's own functions. Registered by the C API: a call through GRDB's `DatabaseFunction`
/// makes an array of values for every row.
enum SQLFunctions {
  /// Their result follows from their arguments alone, and they do nothing else.
  static let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS

  static func register(on connection: OpaquePointer?) {
    Percentile.register(on: connection)
    WilsonInterval.register(on: connection)
    ClocklessDates.register(on: connection)
  }
}

/// The arguments of a call.
typealias SQLArguments = UnsafeMutablePointer<OpaquePointer?>

extension SQLArguments {
  func number(_ index: Int) -> Double { sqlite3_value_double(self[index]) }
  func kind(_ index: Int) -> Int32 { sqlite3_value_type(self[index]) }
  func isNumber(_ index: Int) -> Bool { kind(index) == SQLITE_INTEGER || kind(index) == SQLITE_FLOAT }

  func text(_ index: Int) -> String? {
    guard kind(index) == SQLITE_TEXT else { return nil }
    return sqlite3_value_text(self[index]).map { String(cString: $0) }
  }
}
