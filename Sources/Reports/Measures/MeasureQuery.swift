import Diagnostics
import SQL
import Time

/// One statement for all measures in SQL of one unit and anchor.
struct MeasureQuery {
  let table: MeasureTable
  let measures: [Measure]
  /// Nil for the total alone.
  let dimension: MeasureDimension?
  let filters: [MeasureFilter]
}

extension MeasureQuery {
  /// Measures in SQL by their tables, in the order in which they come.
  static func tables(of leaves: [Measure]) -> [(table: MeasureTable, measures: [Measure])] {
    var tables: [(table: MeasureTable, measures: [Measure])] = []
    for leaf in leaves {
      guard case .sql = leaf.definition, let table = MeasureTable(leaf.unit, leaf.anchor) else { continue }
      if let place = tables.firstIndex(where: { $0.table == table }) {
        tables[place].measures.append(leaf)
      } else {
        tables.append((table, [leaf]))
      }
    }
    return tables
  }

  /// - Parameter dimension: nil for the statement of the total.
  func statement(by dimension: MeasureDimension?) -> String {
    let key = dimension.flatMap { table.key($0) }
    let columns = (key.map { ["\($0) as row_key"] } ?? []) + values
    var sql = "select \(columns.joined(separator: ", ")) from \(table.source(by: dimension))"
    sql += " where \(table.instant) >= :start and \(table.instant) < :end"
    for (index, filter) in filters.enumerated() { sql += " and " + condition(filter, index) }
    return key == nil ? sql : sql + " group by 1 order by 1"
  }

  /// What the measures are where nothing is. SQLite reads no row for it.
  private var statementOfNothing: String {
    "select \(values.joined(separator: ", ")) from \(table.source(by: nil)) where 0"
  }

  /// By measure.
  func columns(
    _ queries: any QuerySource, _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> [String: MeasureColumn] {
    let span = scope.period.instants(in: context.zone)
    let total = try run(statement(by: nil), queries, span, context).rows.first ?? []
    let rows = dimension == nil ? [] : try run(statement(by: dimension), queries, span, context).rows
    let empty = dimension == nil ? [] : try run(statementOfNothing, queries, span, context).rows.first ?? []
    var columns: [String: MeasureColumn] = [:]
    var next = 0
    for measure in measures {
      var column = MeasureColumn(total: measure.reading(total, next), empty: measure.reading(empty, next))
      for row in rows {
        if let key = row.first?.key { column.rows[ExactText(key)] = measure.reading(row, next + 1) }
      }
      columns[measure.name] = column
      next += measure.hasOwnN ? 2 : 1
    }
    return columns
  }
}

extension MeasureQuery {
  private var values: [String] { expressions.enumerated().map { "(\($1)\n) as value_\($0 + 1)" } }

  private var expressions: [String] {
    measures.flatMap { measure -> [String] in
      guard case .sql(let sql, let n) = measure.definition else { return [] }
      return [sql] + (n.map { [$0] } ?? [])
    }
  }

  private func condition(_ filter: MeasureFilter, _ index: Int) -> String {
    let value = ":filter_\(index + 1)"
    if filter.dimension == .agent {
      return "\(table.name).key in (select contact_key from contact_agents where agent = \(value))"
    }
    return "\(table.key(filter.dimension) ?? "null") = \(value)"
  }

  private func run(
    _ sql: String, _ queries: any QuerySource, _ span: Range<Instant>, _ context: ReportContext
  ) throws(Diagnostics) -> ResultTable {
    var parameters: [String: ResultValue] = [
      "start": .text(span.lowerBound.description), "end": .text(span.upperBound.description),
      "as_of": .text(context.asOf.description),
    ]
    for (index, filter) in filters.enumerated() { parameters["filter_\(index + 1)"] = filter.parameter }
    do {
      return try queries.run(sql, parameters)
    } catch {
      let names = measures.map { "`\($0.name)`" }.joined(separator: ", ")
      throw Diagnostics([.error("\(names) could not be worked out: \(error.message)", at: measures[0].place)])
    }
  }
}

extension MeasureFilter {
  /// As the column has it.
  fileprivate var parameter: ResultValue {
    dimension == .weekday || dimension == .hour ? Int(value).map { .integer($0) } ?? .text(value) : .text(value)
  }
}

extension ResultValue {
  /// As a row of a breakdown is named; nil for what has no key.
  fileprivate var key: String? {
    switch self {
    case .null: nil
    case .integer(let n): String(n)
    case .real(let value): String(value)
    case .text(let text): text
    }
  }

  fileprivate var whole: Int? { double.flatMap { Int(exactly: $0.rounded()) } }

  fileprivate var double: Double? {
    switch self {
    case .integer(let n): Double(n)
    case .real(let value): value
    case .null, .text: nil
    }
  }
}

extension Measure {
  fileprivate var hasOwnN: Bool {
    if case .sql(_, n: .some) = definition { return true }
    return false
  }

  /// From a row of a query's values, its n behind it.
  fileprivate func reading(_ row: [ResultValue], _ index: Int) -> MeasureReading {
    guard row.indices.contains(index) else { return judged(.nothing) }
    var n: Int?
    if hasOwnN, row.indices.contains(index + 1) { n = row[index + 1].whole ?? 0 }
    return judged(MeasureReading(value(row[index], n: n), n: n))
  }

  /// A sum of nothing is null in SQL; as a count it is none.
  private func value(_ value: ResultValue, n: Int?) -> MeasureValue {
    guard let number = value.double, number.isFinite else { return format == .count ? .count(0) : .nothing }
    switch format {
    case .count: return Int(exactly: number).map { .count($0) } ?? .number(number)
    case .duration: return .seconds(number)
    case .number: return .number(number)
    case .percent: return share(number, n: n)
    }
  }

  /// A share of n units exactly, where it is one.
  private func share(_ number: Double, n: Int?) -> MeasureValue {
    guard let n, n > 0 else { return .number(number) }
    let part = (number * Double(n)).rounded()
    guard abs(part / Double(n) - number) < 1e-9, let part = Int(exactly: part) else { return .number(number) }
    return .share(part, of: n)
  }
}
