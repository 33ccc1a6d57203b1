/// The tables of a database.
public struct DatabaseSchema: Sendable, Equatable {
  /// How a column's values are kept (https://www.sqlite.org/datatype3.html).
  public enum Kind: String, Sendable {
    case integer, text
    /// A whole number where it is one, else a real one.
    case numeric
    /// A whole number that tells rows apart; one a table, its first column.
    case key = "integer primary key"
  }

  public struct Column: Sendable, Equatable {
    public var name: String
    public var kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  public struct Table: Sendable, Equatable {
    public var name: String
    public var columns: [Column]
    /// Columns that rows are looked up by.
    public var indexed: [String]

    public init(_ name: String, _ columns: [Column], indexed: [String] = []) {
      self.name = name
      self.columns = columns
      self.indexed = indexed
    }
  }

  public var tables: [Table]

  public init(_ tables: [Table]) { self.tables = tables }
}

extension DatabaseSchema {
  func table(_ name: String) -> Table? { tables.first { $0.name == name } }
}

extension DatabaseSchema.Table {
  /// Names come from the program, never from data; all are plain words.
  var creation: String {
    "create table \(name) (\(columns.map { "\($0.name) \($0.kind.rawValue)" }.joined(separator: ", ")))"
  }

  var indexCreations: [String] { indexed.map { "create index \(name)_\($0) on \(name) (\($0))" } }

  var insertion: String {
    "insert into \(name) values (\(columns.map { _ in "?" }.joined(separator: ", ")))"
  }
}
