import GRDB
import GRDBSQLite

/// One connection that runs queries and can do nothing else.
final class QueryReader: @unchecked Sendable {
  // Unchecked: everything here is touched within `queue` alone, which lets one caller in at a time.
  private let queue: DatabaseQueue
  private let schema: DatabaseSchema
  private let watcher: QueryGuard

  /// - Parameter fill: puts the tables in.
  init(_ schema: DatabaseSchema, fill: (Database) throws -> Void) throws(SQLError) {
    self.schema = schema
    watcher = QueryGuard(schema)
    let watcher = watcher
    do {
      queue = try DatabaseQueue(configuration: QueryReader.configuration)
      try queue.writeWithoutTransaction { database in
        try fill(database)
        try database.execute(sql: "pragma query_only = 1; pragma trusted_schema = 0")
        let connection = database.sqliteConnection
        QueryReader.removeCollations(from: database)
        QueryReader.restrict(connection)
        SQLFunctions.register(on: connection)
        watcher.watch(connection)
      }
    } catch {
      throw SQLError(.failed, "\(error)")
    }
  }

  deinit { try? queue.close() }
}

extension QueryReader {
  func shape(of sql: String) throws(SQLError) -> QueryShape {
    try queue.writeWithoutTransaction { database in
      with(sql, database) { query in
        QueryShape(columns: query.columns, parameters: query.parameters, reads: watcher.reads)
      }
    }.get()
  }

  func run(
    _ sql: String, _ parameters: [String: ResultValue], _ limits: QueryLimits
  ) throws(SQLError) -> ResultTable {
    try queue.writeWithoutTransaction { database in
      with(sql, database) { (query) throws(SQLError) in
        try query.bind(parameters)
        return try query.run(limits)
      }
    }.get()
  }
}

extension QueryReader {
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.label = "queries"
    return configuration
  }

  /// GRDB's own, which order by the machine's language: SQLite's order by bytes.
  private static func removeCollations(from database: Database) {
    let collations: [DatabaseCollation] = [
      .unicodeCompare, .caseInsensitiveCompare, .localizedCaseInsensitiveCompare, .localizedCompare,
      .localizedStandardCompare,
    ]
    for collation in collations { database.remove(collation: collation) }
  }

  /// No other database can be attached, no extension is loaded (that is SQLite's default), and no value may grow
  /// without bound.
  private static func restrict(_ connection: OpaquePointer?) {
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_WORKER_THREADS, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20)
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
  }

  /// Compiles a query and hands it over; the guard watches all the while, as SQLite may compile more while it runs.
  private func with<Value>(
    _ sql: String, _ database: Database, _ work: (CompiledQuery) throws(SQLError) -> Value
  ) -> Result<Value, SQLError> {
    Result { () throws(SQLError) in
      watcher.begin()
      defer { watcher.end() }
      let connection = database.sqliteConnection
      let query = try QueryCompiler(sql: sql, schema: schema, watcher: watcher, connection: connection).compile()
      defer { query.finalize() }
      return try work(query)
    }
  }
}
