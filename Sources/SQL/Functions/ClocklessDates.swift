import GRDBSQLite

/// SQLite's functions of date and time, without those uses that ask the machine: `now` (also left unsaid) and the
/// machine's zone. Everything else is answered by SQLite's own, on a connection beside.
final class ClocklessDates {
  private let connection: OpaquePointer?
  /// By call, e.g. `date(?,?)`.
  private var statements: [String: OpaquePointer] = [:]

  private init() {
    var opened: OpaquePointer?
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil)
    connection = opened
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(connection)
  }

  /// The words in front of what is said of a use that asks the machine.
  static let refusal = "asks the machine"
}

extension ClocklessDates {
  static func register(on connection: OpaquePointer?) {
    let dates = ClocklessDates()
    for name in ["date", "time", "datetime", "julianday", "unixepoch", "strftime"] {
      let function = DateFunction(name: name, dates: dates)
      sqlite3_create_function_v2(
        connection, name, -1, SQLFunctions.flags, Unmanaged.passRetained(function).toOpaque(),
        { context, count, arguments in
          guard let held = sqlite3_user_data(context), let arguments else { return }
          Unmanaged<DateFunction>.fromOpaque(held).takeUnretainedValue().answer(context, Int(count), arguments)
        }, nil, nil, { $0.map { Unmanaged<DateFunction>.fromOpaque($0).release() } })
    }
  }

  fileprivate func call(_ name: String, _ context: OpaquePointer?, _ count: Int, _ arguments: SQLArguments) {
    guard let statement = statement(name, count) else { return sqlite3_result_error_nomem(context) }
    for index in 0..<count { sqlite3_bind_value(statement, Int32(index + 1), arguments[index]) }
    if sqlite3_step(statement) == SQLITE_ROW {
      sqlite3_result_value(context, sqlite3_column_value(statement, 0))
    } else {
      sqlite3_result_error(context, sqlite3_errmsg(connection), -1)
    }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func statement(_ name: String, _ count: Int) -> OpaquePointer? {
    let call = "\(name)(\(Array(repeating: "?", count: count).joined(separator: ",")))"
    if let known = statements[call] { return known }
    var statement: OpaquePointer?
    sqlite3_prepare_v2(connection, "select " + call, -1, &statement, nil)
    statements[call] = statement
    return statement
  }
}

/// One of the functions.
private final class DateFunction {
  private let name: String
  private let dates: ClocklessDates

  init(name: String, dates: ClocklessDates) {
    self.name = name
    self.dates = dates
  }

  func answer(_ context: OpaquePointer?, _ count: Int, _ arguments: SQLArguments) {
    if let refusal = refusal(count, arguments) {
      sqlite3_result_error(context, refusal, -1)
    } else {
      dates.call(name, context, count, arguments)
    }
  }

  private func refusal(_ count: Int, _ arguments: SQLArguments) -> String? {
    let first = name == "strftime" ? 1 : 0
    guard count > first else {
      return count < first
        ? nil : "\(name)() without an instant \(ClocklessDates.refusal) for the time, expected one such as `:as_of`"
    }
    for index in first..<count {
      guard let word = arguments.text(index)?.lowercased() else { continue }
      switch word {
      case "now", "subsec", "subsecond":
        guard index == first else { continue }
        return "'\(word)' \(ClocklessDates.refusal) for the time, expected an instant from the data such as `:as_of`"
      case "localtime", "utc":
        return "'\(word)' \(ClocklessDates.refusal) for its time zone, expected none: instants are in UTC"
      default: continue
      }
    }
    return nil
  }
}
