import GRDB

/// A database of tables without rows: tells what queries would give before any data is read.
public final class EmptyDatabase: QuerySource {
  private let reader: QueryReader

  public init(_ schema: DatabaseSchema) throws(SQLError) {
    reader = try QueryReader(schema) { database in
      for table in schema.tables { try database.execute(sql: table.creation) }
    }
  }
}

extension EmptyDatabase {
  public func shape(of sql: String) throws(SQLError) -> QueryShape { try reader.shape(of: sql) }

  public func run(_ sql: String, _ parameters: [String: ResultValue]) throws(SQLError) -> ResultTable {
    try reader.run(sql, parameters, QueryLimits())
  }
}
