import Diagnostics
import SQL

/// What an author's block may name: known before any data is read.
public struct FigureScope: Sendable {
  /// The page's queries by name.
  public var queries: [String: QueryShape]
  public var book: MeasureBook
  /// The columns of the page's `for:`, whose values `page.NAME` gives.
  public var parameters: [String]

  public init(queries: [String: QueryShape] = [:], book: MeasureBook = MeasureBook(), parameters: [String] = []) {
    self.queries = queries
    self.book = book
    self.parameters = parameters
  }
}

/// What an author's block is filled from.
public struct FigureData: Sendable {
  /// A query's rows by its name, and its text, which a table shows.
  public var result: @Sendable (_ query: String) throws(Diagnostics) -> ResultTable
  public var text: @Sendable (_ query: String) -> String
  public var engine: MeasureEngine
  /// The row of the page's `for:`, by column.
  public var parameters: [String: ResultValue]

  public init(
    result: @escaping @Sendable (_ query: String) throws(Diagnostics) -> ResultTable,
    text: @escaping @Sendable (_ query: String) -> String, engine: MeasureEngine,
    parameters: [String: ResultValue] = [:]
  ) {
    self.result = result
    self.text = text
    self.engine = engine
    self.parameters = parameters
  }
}
