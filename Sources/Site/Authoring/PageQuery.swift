import Diagnostics
import Pages
import SQL

/// A query of a page, compiled: a fence `sql NAME`, or what stands behind `for:`.
struct PageQuery: Sendable {
  let sql: String
  let shape: QueryShape
  /// Where a byte of the text stands in its file.
  let place: @Sendable (Int) -> Place
}

extension PageQuery {
  /// - Parameters:
  ///   - parameters: the names that may stand behind a colon.
  ///   - queries: knows the tables and has no rows.
  /// - Throws: what SQLite does not understand, at its place.
  init(
    _ sql: String, parameters: [String], compiledBy queries: any QuerySource,
    place: @escaping @Sendable (Int) -> Place
  ) throws(Diagnostics) {
    self.sql = sql
    self.place = place
    do throws(SQLError) { shape = try queries.shape(of: sql) } catch {
      throw Diagnostics([error.diagnostic { place($0) }])
    }
    let unknown = shape.parameters.filter { !parameters.contains($0) }
    if !unknown.isEmpty { throw Diagnostics(unknown.map { unknownParameter($0, known: parameters) }) }
  }

  /// Runs it, with those of the parameters that it names.
  func run(
    on source: any QuerySource, _ parameters: [String: ResultValue]
  ) throws(Diagnostics) -> ResultTable {
    do throws(SQLError) {
      return try source.run(sql, parameters.filter { shape.parameters.contains($0.key) })
    } catch {
      throw Diagnostics([error.diagnostic { place($0) }])
    }
  }

  private func unknownParameter(_ name: String, known: [String]) -> Diagnostic {
    let offset = SQLError.missing(name, in: sql).offset
    return .unknownKey(":" + name, among: known.map { ":" + $0 }, at: place(offset ?? 0), kind: "parameter")
  }
}
