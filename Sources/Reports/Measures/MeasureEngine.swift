import Diagnostics
import SQL

/// Works measures out: built-in ones from the facts, others by queries.
public struct MeasureEngine: Sendable {
  public let book: MeasureBook
  /// Nil where no measure in use needs it.
  public let queries: (any QuerySource)?
  private let cache = MeasureCache()

  public init(book: MeasureBook, queries: (any QuerySource)?) {
    self.book = book
    self.queries = queries
  }
}

extension MeasureEngine {
  /// In the order of names. Of days that the data does not cover there is nothing to say.
  /// - Throws: unknown names, filters by what a measure's units do not have, and what SQLite says of a query.
  public func readings(
    _ names: [String], _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> [MeasureReading] {
    try check(names, scope.filters.map(\.dimension))
    guard context.covers(scope.period) else { return names.map { _ in .nothing } }
    let leaves = try leaves(names, by: nil, scope, context)
    return names.map { reading($0, leaves.mapValues(\.total)) }
  }

  /// Rows of times are those of the scope's period, or all weekdays and hours; of other dimensions, those in which any
  /// of the measures counts something.
  /// - Throws: as `readings` does, and where a measure's units have no such dimension.
  public func breakdown(
    _ names: [String], by dimension: MeasureDimension, _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> MeasureBreakdown {
    try check(names, scope.filters.map(\.dimension) + [dimension])
    let leaves =
      context.covers(scope.period)
      ? try leaves(names, by: dimension, scope, context) : [:]
    let keys = MeasureKeys(dimension, scope.period, context).rows(leaves.values.map(\.rows.keys))
    let rows = keys.map { key in
      var row = key
      let cells = leaves.mapValues { $0.rows[ExactText(key.key)] ?? $0.empty }
      row.readings = names.map { row.isCovered && !leaves.isEmpty ? reading($0, cells) : .nothing }
      return row
    }
    let totals = leaves.mapValues(\.total)
    return MeasureBreakdown(
      dimension: dimension, rows: rows, total: names.map { leaves.isEmpty ? .nothing : reading($0, totals) })
  }
}

/// A built-in or SQL measure by the keys of a dimension.
struct MeasureColumn {
  var rows: [ExactText: MeasureReading] = [:]
  var total: MeasureReading
  /// Of a key in which nothing is.
  var empty: MeasureReading
}

extension MeasureEngine {
  private func check(_ names: [String], _ dimensions: [MeasureDimension]) throws(Diagnostics) {
    var errors: [Diagnostic] = []
    for name in names {
      if book[name] == nil {
        errors.append(book.unknown(name, at: nil))
      } else {
        errors += dimensions.compactMap { book.mistake(name, by: $0, at: nil) }
      }
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
  }

  /// Every measure that the named ones are made of, by name: a pass a population, a query a table.
  private func leaves(
    _ names: [String], by dimension: MeasureDimension?, _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> [String: MeasureColumn] {
    let leaves = book.leaves(of: names)
    var columns = builtIns(leaves, by: dimension, scope, context)
    for (table, measures) in MeasureQuery.tables(of: leaves) {
      guard let queries else { throw Diagnostics([.error("the measure `\(measures[0].name)` needs the database")]) }
      let query = MeasureQuery(table: table, measures: measures, dimension: dimension, filters: scope.filters)
      try columns.merge(query.columns(queries, scope, context), uniquingKeysWith: { first, _ in first })
    }
    return columns
  }

  private func builtIns(
    _ leaves: [Measure], by dimension: MeasureDimension?, _ scope: MeasureScope, _ context: ReportContext
  ) -> [String: MeasureColumn] {
    var columns: [String: MeasureColumn] = [:]
    let measures = leaves.compactMap { leaf in leaf.builtIn.map { (leaf, $0) } }
    for population in MeasurePopulation.allCases where measures.contains(where: { $1.population == population }) {
      let cells = cache.cells(population, by: dimension, scope, context)
      for (leaf, builtIn) in measures where builtIn.population == population {
        columns[leaf.name] = MeasureColumn(
          rows: cells.rows.mapValues { leaf.judged(builtIn.reading($0, context)) },
          total: leaf.judged(builtIn.reading(cells.total, context)),
          empty: leaf.judged(builtIn.reading(population.nothing, context)))
      }
    }
    return columns
  }

  private func reading(_ name: String, _ leaves: [String: MeasureReading]) -> MeasureReading {
    if let reading = leaves[name] { return reading }
    guard let measure = book[name], case .formula(let formula) = measure.definition else { return .nothing }
    var parts: [String: MeasureReading] = [:]
    var units: [String: Measure.Unit] = [:]
    for part in measure.parts {
      parts[part] = reading(part, leaves)
      units[part] = book[part]?.unit
    }
    return measure.judged(formula.reading(parts, units))
  }
}

extension Measure {
  // Not inlined: the optimiser of Swift 6.3.1 ends with "found ownership error" where it is, in `builtIns`.
  @inline(never)
  var builtIn: BuiltInMeasure? {
    if case .builtIn(let builtIn) = definition { return builtIn }
    return nil
  }

  /// The reading with its interval, and whether it rests on enough units.
  func judged(_ reading: MeasureReading) -> MeasureReading {
    var reading = reading
    if hasInterval, case .share(let part, let whole) = reading.value {
      reading.interval = WilsonInterval.of(part, in: whole)
    }
    if minimum > 0 {
      let n: Int
      if let known = reading.n { n = known } else if case .count(let count) = reading.value { n = count } else { n = 0 }
      reading.isEnough = reading.isEnough && n >= minimum
    }
    return reading
  }
}

extension ReportContext {
  /// Whether the data covers a day of it.
  func covers(_ period: Period) -> Bool { period.first <= covered.last && period.last >= covered.first }
}
