import Diagnostics

/// Answers queries over the groups.
public protocol QuerySource: Sendable {
  /// What a query would give, without running it: works before any data is there.
  /// - Throws: SQLite's words for what is wrong with it.
  func shape(of sql: String) throws(SQLError) -> QueryShape

  /// Runs a query. Asked again with the same parameters it gives the same rows, in the same order.
  /// - Parameter parameters: by name, without the colon; one that the query does not name is left out.
  func run(_ sql: String, _ parameters: [String: ResultValue]) throws(SQLError) -> ResultTable
}

/// What a query gives and takes.
public struct QueryShape: Sendable, Equatable {
  /// The names of its columns, in order.
  public var columns: [String]
  /// `:name` in its text, without the colon, sorted.
  public var parameters: [String]
  /// The tables that it reads, with the columns of each.
  public var reads: [String: Set<String>]

  public init(columns: [String], parameters: [String] = [], reads: [String: Set<String>] = [:]) {
    self.columns = columns
    self.parameters = parameters
    self.reads = reads
  }
}

/// Why a query did not run.
public struct SQLError: Error, Sendable, Equatable {
  public enum Cause: Sendable, Equatable {
    /// SQLite does not understand it, or a table or column is not there.
    case syntax
    /// It is no single statement that only reads.
    case notReading
    /// It names a parameter that has no value.
    case parameter(String)
    /// More steps of SQLite's machine than a query may take.
    case steps(limit: Int)
    /// More rows than a query may give.
    case rows(limit: Int)
    /// Anything else, while it ran.
    case failed
  }

  public var cause: Cause
  /// SQLite's words, or ours.
  public var message: String
  /// The byte of the query's text at which SQLite stopped, where it tells.
  public var offset: Int?
  /// The table, column or function that is not there, as the query names it.
  public var unknown: String?
  /// What could have been meant: the tables, or the columns of those that the query names, in the schema's order.
  public var known: [String] = []

  public init(
    _ cause: Cause, _ message: String, offset: Int? = nil, unknown: String? = nil, known: [String] = []
  ) {
    self.cause = cause
    self.message = message
    self.offset = offset
    self.unknown = unknown
    self.known = known
  }
}

extension SQLError {
  /// A parameter that has no value, with its place in the query.
  public static func missing(_ parameter: String, in sql: String) -> SQLError {
    missing(parameter, in: QueryText(sql))
  }

  static func missing(_ parameter: String, in text: QueryText) -> SQLError {
    SQLError(
      .parameter(parameter), "the parameter `:\(parameter)` has no value", offset: text.offset(ofParameter: parameter))
  }

  /// The known name nearest to the unknown one, with the table's name in front where the query has one.
  public var nearest: String? {
    guard let unknown else { return nil }
    let parts = unknown.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, let name = nearestName(to: last.lowercased(), in: known) else { return nil }
    return (parts.dropLast().map(String.init) + [name]).joined(separator: ".")
  }
}
