import GRDBSQLite

/// SQLite's functions of date and time, without those uses that ask the machine: `now` (also left unsaid) and the
/// machine's zone. Everything else is answered by SQLite's own, on a connection beside.
enum ClocklessDates {
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
    let beside = DateConnection()
    for name in names {
      let function = DateFunction(name: name, beside: beside)
      sqlite3_create_function_v2(
        connection, name, -1, SQLFunctions.flags, Unmanaged.passRetained(function).toOpaque(),
        { context, count, arguments in
          guard let held = sqlite3_user_data(context), let arguments else { return }
          Unmanaged<DateFunction>.fromOpaque(held).takeUnretainedValue().answer(context, Int(count), arguments)
        }, nil, nil, { $0.map { Unmanaged<DateFunction>.fromOpaque($0).release() } })
    }
  }
}

/// Where SQLite's own functions answer.
private final class DateConnection {
  let pointer: OpaquePointer?

  init() {
    var opened: OpaquePointer?
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil)
    pointer = opened
  }

  deinit { sqlite3_close_v2(pointer) }
}

/// One of the functions. It is called for every row, so that what it may refuse is looked at byte by byte first.
private final class DateFunction {
  private let name: String
  private let beside: DateConnection
  /// By the number of arguments.
  private var statements: [OpaquePointer?] = []

  init(name: String, beside: DateConnection) {
    self.name = name
    self.beside = beside
  }

  deinit { for statement in statements { sqlite3_finalize(statement) } }
}

extension DateFunction {
  func answer(_ context: OpaquePointer?, _ count: Int, _ arguments: SQLArguments) {
    let first = name == "strftime" ? 1 : 0
    let mayAsk = count == first || (first..<count).contains { arguments.isWord($0) }
    if mayAsk, let refusal = ClocklessDates.refusal(of: name, (0..<count).map { arguments.text($0) }) {
      sqlite3_result_error(context, refusal, -1)
    } else {
      call(context, count, arguments)
    }
  }

  private func call(_ context: OpaquePointer?, _ count: Int, _ arguments: SQLArguments) {
    guard let statement = statement(count) else { return sqlite3_result_error_nomem(context) }
    for index in 0..<count { sqlite3_bind_value(statement, Int32(index + 1), arguments[index]) }
    if sqlite3_step(statement) == SQLITE_ROW {
      sqlite3_result_value(context, sqlite3_column_value(statement, 0))
    } else {
      sqlite3_result_error(context, sqlite3_errmsg(beside.pointer), -1)
    }
    sqlite3_reset(statement)
  }

  private func statement(_ count: Int) -> OpaquePointer? {
    if count < statements.count, let known = statements[count] { return known }
    while statements.count <= count { statements.append(nil) }
    let call = "\(name)(\(Array(repeating: "?", count: count).joined(separator: ",")))"
    sqlite3_prepare_v2(beside.pointer, "select " + call, -1, &statements[count], nil)
    return statements[count]
  }
}

extension SQLArguments {
  /// Whether it is a text that begins with a letter, as all words do by which a date asks the machine.
  fileprivate func isWord(_ index: Int) -> Bool {
    guard kind(index) == SQLITE_TEXT, let text = sqlite3_value_text(self[index]) else { return false }
    return (0x61...0x7A).contains(text[0] | 0x20)
  }
}
