import SQL

/// What rows come to together.
struct FigureTotals {
  let rows: FigureRows

  init(_ rows: FigureRows) { self.rows = rows }
}

extension FigureTotals {
  /// Of all rows. Measures know their own total; of a query, whole numbers are summed if nothing else is said.
  func total(of place: Int, how: ColumnSpec.Total?) -> FigureValue? {
    if how == ColumnSpec.Total.none { return nil }
    if let total = rows.total { return how == nil ? total[place] : nil }
    return total(rows.rows.map { $0.values[place] }, place, how ?? standard(place))
  }

  /// Of the rows from one on. A measure's is what its total leaves, where the rows add up to it: else a unit stands
  /// in several rows, and nobody can tell.
  func rest(of place: Int, from first: Int, how: ColumnSpec.Total?) -> FigureValue? {
    if let total = rows.total { return rest(of: place, from: first, total[place]) }
    let how = how ?? standard(place)
    return total(rows.rows[first...].map { $0.values[place] }, place, how)
  }

  private func standard(_ place: Int) -> ColumnSpec.Total {
    let format = rows.columns[place].format
    let values = rows.rows.map { $0.values[place] }.filter { !$0.isNothing }
    let areWhole = values.allSatisfy { value in
      if case .sql(.integer) = value { true } else { false }
    }
    return areWhole && !values.isEmpty && (format == nil || format == .count) ? .sum : .none
  }

  private func rest(of place: Int, from first: Int, _ total: FigureValue) -> FigureValue? {
    guard case .reading(let whole) = total, case .count(let all) = whole.value else { return nil }
    var counts: [Int] = []
    for row in rows.rows {
      guard case .reading(let reading) = row.values[place], case .count(let n) = reading.value else { return nil }
      counts.append(n)
    }
    guard counts.reduce(0, +) == all else { return nil }
    return .reading(MeasureReading(.count(counts[first...].reduce(0, +))))
  }

  private func total(_ values: [FigureValue], _ place: Int, _ how: ColumnSpec.Total) -> FigureValue? {
    // Days and instants have a first and a last too.
    let known = values.filter { how == .min || how == .max ? !$0.isNothing : $0.number != nil }
    guard !known.isEmpty else { return nil }
    switch how {
    case .none: return nil
    case .min: return known.min { FigureOrder.compare($0, $1) < 0 }
    case .max: return known.max { FigureOrder.compare($0, $1) < 0 }
    case .sum: return sum(known)
    case .mean: return .sql(.real(known.compactMap(\.number).reduce(0, +) / Double(known.count)))
    }
  }

  /// Whole numbers stay whole, as long as they fit.
  private func sum(_ values: [FigureValue]) -> FigureValue? {
    var whole: Int? = 0
    for value in values {
      guard case .sql(.integer(let n)) = value, let sum = whole else {
        whole = nil
        break
      }
      let (next, overflow) = sum.addingReportingOverflow(n)
      whole = overflow ? nil : next
    }
    return whole.map { .sql(.integer($0)) } ?? .sql(.real(values.compactMap(\.number).reduce(0, +)))
  }
}
