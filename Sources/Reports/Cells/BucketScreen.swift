/// Which numbers of a table by days, weeks or months are hidden: those of a longer time where one of its days' is.
struct BucketScreen: Sendable {
  private let days: DayScreen
  private let period: Period
  private let others: Set<String>

  /// Nil for an audience that is told every number.
  /// - Parameter others: keys of columns in which nothing is left to hide.
  init?(_ population: CellPopulation, others: Set<String> = [], _ context: ReportContext) {
    self.others = others
    guard let days = context.dayScreen(population) else { return nil }
    self.days = days
    period = context.page.period
  }
}

extension BucketScreen {
  func hides(_ key: String, in span: Period) -> Bool { !others.contains(key) && days.hidesAny(key, in: span) }

  func hidesTotal(_ key: String) -> Bool { !others.contains(key) && days.hidesTotal(key, of: period) }
}
