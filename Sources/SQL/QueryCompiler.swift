import GRDBSQLite

/// Makes a statement of a query's text, or says what is wrong with it and where.
struct QueryCompiler {
  private let sql: String
  private let text: QueryText
  private let schema: DatabaseSchema
  private let watcher: QueryGuard
  private let connection: OpaquePointer?

  init(sql: String, schema: DatabaseSchema, watcher: QueryGuard, connection: OpaquePointer?) {
    self.sql = sql
    self.schema = schema
    self.watcher = watcher
    self.connection = connection
    text = QueryText(sql)
  }
}

extension QueryCompiler {
  func compile() throws(SQLError) -> CompiledQuery {
    try checkBeginning()
    let (code, statement, tail) = prepare()
    guard code == SQLITE_OK, let statement else { throw failure() }
    let query = CompiledQuery(statement: statement, connection: connection, text: text)
    do throws(SQLError) {
      try checkTail(from: tail)
      try checkReading(query)
      try checkParameters(query)
      try checkDates()
      try checkColumns(query)
      return query
    } catch {
      query.finalize()
      throw error
    }
  }
}

extension QueryCompiler {
  /// The words that a statement which only reads begins with.
  private static let beginnings = ["select", "with", "values"]

  private func checkBeginning() throws(SQLError) {
    guard let first = text.tokens.first(where: { text.text($0) != ";" }) else {
      throw SQLError(.notReading, "found no statement, expected one `select`")
    }
    if let end = sql.utf8.firstIndex(of: 0) {
      throw SQLError(
        .syntax, "found a zero byte, expected text", offset: sql.utf8.distance(from: sql.utf8.startIndex, to: end))
    }
    let word = text.text(first)
    guard first.kind == .word, !QueryCompiler.beginnings.contains(word) else { return }
    throw SQLError(
      .notReading, "found `\(word)`, expected one statement that reads: `select`, `with` or `values`",
      offset: first.bytes.lowerBound)
  }

  /// - Returns: SQLite's code, the first statement, and where the text behind it begins.
  private func prepare() -> (Int32, OpaquePointer?, Int) {
    var statement: OpaquePointer?
    var copy = sql
    let (code, tail) = copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(connection, bytes.baseAddress, Int32(bytes.count), 0, &statement, &tail)
        return (code, tail.flatMap { tail in bytes.baseAddress.map { tail - $0 } } ?? bytes.count)
      }
    }
    return (code, statement, tail)
  }

  private func checkTail(from tail: Int) throws(SQLError) {
    guard let more = text.tokens.first(where: { $0.bytes.lowerBound >= tail && text.text($0) != ";" }) else { return }
    throw SQLError(
      .notReading, "found a second statement, expected one", offset: more.bytes.lowerBound)
  }

  private func checkReading(_ query: CompiledQuery) throws(SQLError) {
    guard sqlite3_stmt_readonly(query.statement) == 0 else { return }
    throw SQLError(.notReading, "found a statement that writes, expected one `select`")
  }

  private func checkParameters(_ query: CompiledQuery) throws(SQLError) {
    for name in query.parameterNames {
      guard let name, name.hasPrefix(":") else {
        throw SQLError(
          .syntax, "found the parameter `\(name ?? "?")`, expected a name such as `:start`",
          offset: text.offset(of: name ?? "?"))
      }
    }
  }

  /// What the text shows; what only the data tells is refused when it runs.
  private func checkDates() throws(SQLError) {
    for call in text.calls(of: ClocklessDates.names) {
      guard let refusal = ClocklessDates.refusal(of: call.name, call.arguments) else { continue }
      throw SQLError(.notReading, refusal, offset: call.offset)
    }
  }

  private func checkColumns(_ query: CompiledQuery) throws(SQLError) {
    var seen: Set<String> = []
    for column in query.columns where !seen.insert(column.lowercased()).inserted {
      throw SQLError(
        .syntax, "found two columns `\(column)`, expected each to have a name of its own: name one with `as`",
        offset: text.tokens.last { text.text($0) == column.lowercased() }?.bytes.lowerBound)
    }
  }
}

extension QueryCompiler {
  /// What SQLite says of the text, or our guard.
  private func failure() -> SQLError {
    if let refusal = watcher.refusal {
      return SQLError(refusal.cause, refusal.message, offset: text.offset(of: refusal.word))
    }
    let message = String(cString: sqlite3_errmsg(connection))
    let offset = sqlite3_error_offset(connection)
    var error = SQLError(.syntax, message, offset: offset >= 0 ? Int(offset) : nil)
    guard let (kind, name) = unknown(in: message) else { return error }
    error.unknown = name
    error.known = known(kind)
    error.offset = error.offset ?? text.offset(of: name)
    return error
  }

  private func unknown(in message: String) -> (kind: String, name: String)? {
    for kind in ["table", "column", "function"] where message.hasPrefix("no such \(kind): ") {
      return (kind, String(message.dropFirst("no such \(kind): ".count)))
    }
    return nil
  }

  private func known(_ kind: String) -> [String] {
    switch kind {
    case "table": return schema.tables.map(\.name)
    case "function": return KnownFunctions.names.sorted()
    default:
      let words = text.words
      let named = schema.tables.filter { words.contains($0.name) }
      var seen: Set<String> = []
      return (named.isEmpty ? schema.tables : named).flatMap(\.columns).map(\.name).filter { seen.insert($0).inserted }
    }
  }
}
