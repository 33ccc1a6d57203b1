import GRDBSQLite

/// Watches what SQLite compiles: notes what a query reads, and refuses all else
/// (https://www.sqlite.org/c3ref/set_authorizer.html). One a connection, used while that is.
final class QueryGuard {
  /// Why a statement was refused, and the word in its text.
  struct Refusal {
    var cause: SQLError.Cause
    var message: String
    var word: String
  }

  /// By table, in the schema's spelling.
  private var columns: [String: Set<String>]
  private(set) var reads: [String: Set<String>] = [:]
  private(set) var refusal: Refusal?
  private var isWatching = false

  init(_ schema: DatabaseSchema) {
    columns = Dictionary(uniqueKeysWithValues: schema.tables.map { ($0.name, Set($0.columns.map(\.name))) })
  }
}

extension QueryGuard {
  /// - Parameter connection: keeps no reference to this guard; both belong to one owner.
  func watch(_ connection: OpaquePointer?) {
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let watcher = Unmanaged<QueryGuard>.fromOpaque(context).takeUnretainedValue()
        return watcher.permits(action, first, second) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func begin() {
    reads = [:]
    refusal = nil
    isWatching = true
  }

  func end() { isWatching = false }

  private func permits(_ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?) -> Bool {
    guard isWatching else { return true }
    switch action {
    case SQLITE_SELECT, SQLITE_RECURSIVE: return true
    case SQLITE_READ: return permitsReading(string(first), string(second))
    case SQLITE_FUNCTION: return permitsCalling(string(second).lowercased())
    case SQLITE_PRAGMA:
      refuse(.notReading, "the pragma `\(string(first))` is not for queries", word: "pragma_" + string(first))
      return false
    default:
      refuse(.notReading, "found a statement that does more than read, expected one `select`", word: "")
      return false
    }
  }

  private func permitsReading(_ table: String, _ column: String) -> Bool {
    if let known = columns[table] {
      // A query that only counts rows reads the column "".
      reads[table, default: []].formUnion(known.intersection([column]))
      return true
    }
    if table == "json_each" || table == "json_tree" { return true }
    // Of a common table expression SQLite tells that it is read only where none of its columns are.
    if column.isEmpty, !table.hasPrefix("sqlite_"), !table.hasPrefix("pragma_") { return true }
    refuse(.syntax, "`\(table)` is no table that queries may read", word: table)
    return false
  }

  private func permitsCalling(_ function: String) -> Bool {
    if KnownFunctions.names.contains(function) { return true }
    let reason =
      if KnownFunctions.clocks.contains(function) {
        "`\(function)` reads the clock, expected an instant from the data such as `:as_of`"
      } else if KnownFunctions.random.contains(function) {
        "`\(function)` gives other values every time, and the same data has to give the same page"
      } else {
        "the function `\(function)` is not for queries"
      }
    refuse(.notReading, reason, word: function)
    return false
  }

  /// The first reason is the one to tell.
  private func refuse(_ cause: SQLError.Cause, _ message: String, word: String) {
    if refusal == nil { refusal = Refusal(cause: cause, message: message, word: word) }
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
