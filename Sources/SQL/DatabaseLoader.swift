import GRDB
import GRDBSQLite
import Glibc

/// Fills a database in one transaction, without a journal: it is whole, or it is thrown away.
public final class DatabaseLoader {
  private let schema: DatabaseSchema
  private let queue: DatabaseQueue
  private let scratch: ScratchBytes?

  /// A database for this process alone.
  /// - Parameter folder: where its nameless file lies.
  public init(_ schema: DatabaseSchema, scratchIn folder: String = "/tmp") throws(SQLError) {
    let scratch = try ScratchBytes(folder: folder)
    defer { scratch.forgetName() }
    self.schema = schema
    self.scratch = scratch
    queue = try DatabaseLoader.open(scratch.path, schema)
  }

  /// A database at a path, which must not exist; its file is readable by nobody else (mode 0600).
  public init(_ schema: DatabaseSchema, at path: String) throws(SQLError) {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SQLError(.failed, "cannot create `\(path)`: \(describe(errno))") }
    Glibc.close(descriptor)
    self.schema = schema
    scratch = nil
    queue = try DatabaseLoader.open(path, schema)
  }
}

extension DatabaseLoader {
  /// Inserts rows, in their order.
  public func append(_ rows: RowBatch, to table: String) throws(SQLError) {
    guard let table = schema.table(table), !rows.cells.isEmpty else { return }
    try work { database in
      let statement = try database.cachedStatement(sql: table.insertion)
      try RowInsertion(statement: statement.sqliteStatement, width: table.columns.count).insert(rows)
    }
  }

  /// Makes the indexes and ends the transaction.
  public func finish() throws(SQLError) {
    try work { database in
      for table in schema.tables {
        for creation in table.indexCreations { try database.execute(sql: creation) }
      }
      try database.execute(sql: "commit")
    }
    do { try queue.close() } catch { throw SQLError(.failed, "\(error)") }
  }

  /// Ends the transaction of a database for this process, and hands it to those who read it.
  /// - Parameters:
  ///   - jobs: how many queries may run at once.
  ///   - keeping: how many values of answers are kept.
  public func open(
    limits: QueryLimits = QueryLimits(), jobs: Int, keeping values: Int = 1_000_000
  ) throws(SQLError) -> LoadedDatabase {
    guard let scratch else { throw SQLError(.failed, "a database at a path is not opened by its loader") }
    try finish()
    try scratch.map()
    return LoadedDatabase(schema, scratch, limits: limits, jobs: jobs, keeping: values)
  }
}

extension DatabaseLoader {
  private static func open(_ path: String, _ schema: DatabaseSchema) throws(SQLError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = false
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;
            pragma cache_size = -32768; begin
            """)
        for table in schema.tables { try database.execute(sql: table.creation) }
      }
      return queue
    } catch {
      throw SQLError(.failed, "\(error)")
    }
  }

  private func work(_ body: (Database) throws -> Void) throws(SQLError) {
    do {
      try queue.writeWithoutTransaction { try body($0) }
    } catch let error as SQLError {
      throw error
    } catch {
      throw SQLError(.failed, "\(error)")
    }
  }
}
