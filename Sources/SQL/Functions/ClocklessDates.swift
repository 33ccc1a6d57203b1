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
  static let names = ["date", "time", "datetime", "julianday", "unixepoch", "strftime"]

  /// Why a call may not be made; nil if it may.
  /// - Parameter texts: the arguments; nil for one that is no text, or not known yet.
  static func refusal(of name: String, _ texts: [String?]) -> String? {
    let first = name == "strftime" ? 1 : 0
    guard texts.count != first else {
      return "\(name)() without an instant \(refusal) for the time, expected one such as `:as_of`"
    }
    for (index, text) in texts.enumerated() where index >= first {
      switch text?.lowercased() {
      case let word? where ["now", "subsec", "subsecond"].contains(word) && index == first:
        return "'\(word)' \(refusal) for the time, expected an instant from the data such as `:as_of`"
      case let word? where ["localtime", "utc"].contains(word):
        return "'\(word)' \(refusal) for its time zone, expected none: instants are in UTC"
      default: continue
      }
    }
    return nil
  }

  static func register(on connection: OpaquePointer?) {
    let dates = ClocklessDates()
    for name in names {
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
    if let refusal = ClocklessDates.refusal(of: name, (0..<count).map { arguments.text($0) }) {
      sqlite3_result_error(context, refusal, -1)
    } else {
      dates.call(name, context, count, arguments)
    }
  }
}
