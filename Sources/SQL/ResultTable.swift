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

/// Texts are the same if their bytes are.
extension ResultValue {
  public static func == (a: ResultValue, b: ResultValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.integer(let a), .integer(let b)): a == b
    case (.real(let a), .real(let b)): a == b
    case (.text(let a), .text(let b)): ExactText(a) == ExactText(b)
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .integer(let number): hasher.combine(number)
    case .real(let number): hasher.combine(number)
    case .text(let text): ExactText(text).hash(into: &hasher)
    }
  }
}
