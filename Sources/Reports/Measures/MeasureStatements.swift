extension MeasureBook {
  /// The statements that these measures run, with those that they are made of: what a database has to hold for them.
  public func statements(of names: some Sequence<String>) -> [String] {
    statements(of: names, by: MeasureDimension.allCases)
  }

  /// Those of their totals, and of breaking them down or filtering by dimensions.
  public func statements(of names: some Sequence<String>, by dimensions: [MeasureDimension]) -> [String] {
    MeasureQuery.tables(of: leaves(of: names)).flatMap { table, measures in
      let query = MeasureQuery(table: table, measures: measures, dimension: nil, filters: [])
      return [query.statement(by: nil)]
        + dimensions.filter { table.key($0) != nil }.map { query.statement(by: $0) }
    }
  }
}
