/// On how many units the measures of a table rest, said once: not where the next measure rests on as many in every row,
/// nor where a column of the table counts them already.
struct FigureSizes {
  /// By shown column, by row, the whole last; nil for one that is no measure, or a count.
  private let sizes: [[Int?]?]
  private let counts: [(measure: Measure, values: [Int?])]
  private let measures: [Measure?]

  /// - Parameter columns: the places of those shown.
  init(_ columns: [Int], in rows: FigureRows) {
    let readings = columns.map { place in
      (rows.rows.map { $0.values[place] } + (rows.total.map { [$0[place]] } ?? [])).map(\.reading)
    }
    measures = columns.map { rows.columns[$0].measure }
    sizes = readings.map { $0.contains { $0?.n != nil } ? $0.map { $0?.n } : nil }
    counts = zip(measures, readings).compactMap { measure, readings in
      guard let measure, measure.format == .count else { return nil }
      return (measure, readings.map { $0?.count })
    }
  }
}

extension FigureSizes {
  func isShown(behind place: Int) -> Bool {
    guard let own = sizes[place], let measure = measures[place] else { return false }
    if sizes.indices.contains(place + 1), sizes[place + 1] == own { return false }
    return !counts.contains { count in
      count.measure.unit == measure.unit && count.measure.anchor == measure.anchor
        && zip(count.values, own).allSatisfy { $0 ?? 0 == $1 ?? 0 }
    }
  }
}

extension MeasureReading {
  fileprivate var count: Int? { if case .count(let count) = value { count } else { nil } }
}
