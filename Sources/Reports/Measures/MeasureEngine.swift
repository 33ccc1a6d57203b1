import Diagnostics
import SQL

/// Works measures out: built-in ones from the facts, others by queries.
public struct MeasureEngine: Sendable {
  public let book: MeasureBook
  /// Nil where no measure in use needs it.
  let queries: (any QuerySource)?

  public init(book: MeasureBook, queries: (any QuerySource)?) {
    self.book = book
    self.queries = queries
  }
}

extension MeasureEngine {
  /// In the order of names.
  public func readings(
    _ names: [String], _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> [MeasureReading] {
    names.map { _ in MeasureReading(.nothing) }
  }

  public func breakdown(
    _ names: [String], by dimension: MeasureDimension, _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> MeasureBreakdown {
    MeasureBreakdown(dimension: dimension, rows: [], total: try readings(names, scope, context))
  }
}
