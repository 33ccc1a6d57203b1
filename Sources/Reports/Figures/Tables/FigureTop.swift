import SQL

/// The first rows of a table, and what the rest comes to.
struct FigureTop {
  let shown: Range<Int>
  /// How many rows are left out, and by column what they sum to; nil where no sum can be told.
  private(set) var others: (count: Int, values: [FigureValue?])?

  init(_ rows: FigureRows, most: Int?, spec: TableSpec) {
    let count = rows.rows.count
    guard let most, count > most + 1 else {
      shown = 0..<count
      return
    }
    shown = 0..<most
    let totals = FigureTotals(rows)
    let values = rows.columns.indices.map { place in
      totals.rest(of: place, from: most, how: spec.columns.first { $0.name == rows.columns[place].name }?.total)
    }
    others = (count - most, values)
  }
}
