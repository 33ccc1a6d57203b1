/// How much a query may do. Never how long: the same data gives the same outcome on any machine.
public struct QueryLimits: Sendable, Equatable {
  /// Steps of SQLite's machine.
  public var steps: Int
  public var rows: Int

  public init(steps: Int = 2_000_000_000, rows: Int = 10_000) {
    self.steps = steps
    self.rows = rows
  }

  /// For pages: what is put into bins may be many rows; what is shown row by row has a limit of its own.
  public static let pages = QueryLimits(rows: 1_000_000)
}
