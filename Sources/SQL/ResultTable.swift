/// What a query gave: named columns and rows of values, in the query's order.
public struct ResultTable: Sendable, Equatable {
  public var columns: [String]
  /// Each has a value for every column.
  public var rows: [[ResultValue]]

  public init(columns: [String], rows: [[ResultValue]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// A value of SQLite's, by its storage class (https://www.sqlite.org/datatype3.html); bytes are read as UTF-8 text.
public enum ResultValue: Sendable, Hashable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
}
