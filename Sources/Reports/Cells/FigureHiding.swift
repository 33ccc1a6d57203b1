import HTML

extension ReportContext {
  /// A figure of the page's period as its audience is told it: without a number, a change, a note or a curve from which a
  /// number of few people could be read.
  ///
  /// - Parameters:
  ///   - key: of the column that says the same of a day.
  ///   - others: of the numbers in its note.
  func told(_ figure: Figure, _ key: String, others: [String] = [], _ population: CellPopulation) -> Figure {
    guard let screen = dayScreen(population) else { return figure }
    var figure = figure
    let comparison = comparison
    let periods = [comparison.current, comparison.previous]
    if screen.hidesTotal(key, of: comparison.current) {
      figure.value = hiddenWord
      figure.unit = ""
      figure.note = ""
      figure.curve = nil
    }
    if periods.contains(where: { screen.hidesTotal(key, of: $0) }) { figure.change = nil }
    if others.contains(where: { screen.hidesTotal($0, of: comparison.current) }) { figure.note = "" }
    if periods.contains(where: { screen.hidesAny(key, in: $0) }) { figure.curve = nil }
    return figure
  }

  /// Whether the audience is told all of some totals of the page's period.
  func tellsTotals(_ keys: String..., of population: CellPopulation) -> Bool {
    guard let screen = dayScreen(population) else { return true }
    return !keys.contains { screen.hidesTotal($0, of: page.period) }
  }
}
