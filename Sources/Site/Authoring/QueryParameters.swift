import Reports
import SQL
import Time

/// What stands behind a colon in a query of a page (`guide/queries.md`).
enum QueryParameters {
  /// Those that every page has.
  static let names = ["start", "end", "before", "first_day", "last_day", "as_of"]
}

extension ReportContext {
  /// The page's period and the end of data as queries see them.
  func queryParameters() -> [String: ResultValue] {
    let (current, previous) = (page.period.instants(in: zone), previousPeriod.instants(in: zone))
    return [
      "start": .text(current.lowerBound.description), "end": .text(current.upperBound.description),
      "before": .text(previous.lowerBound.description), "first_day": .text(page.period.first.description),
      "last_day": .text(page.period.last.description), "as_of": .text(asOf.description),
    ]
  }
}
