import Time

/// The page's period and the one it is compared with: as many days before, or the month before a month.
struct Comparison: Sendable, Equatable {
  let current: Period
  let previous: Period
  /// How many days of `previous` the data covers.
  let daysBefore: Int

  var hasBefore: Bool { daysBefore > 0 }
  var isWholeBefore: Bool { daysBefore == previous.days }

  /// How many days earlier the day is that a day is compared with, always the same weekday: a period of whole weeks
  /// before, otherwise four weeks.
  var shift: Int { current.days % 7 == 0 ? current.days : 28 }
}

extension ReportContext {
  /// The period that the page's is compared with.
  public var previousPeriod: Period { comparison.previous }

  var comparison: Comparison {
    let current = page.period
    let previous = page.subject == .month ? .month(of: current.first.advanced(by: -1)) : current.before
    let first = max(previous.first, covered.first)
    let last = min(previous.last, covered.last)
    return Comparison(
      current: current, previous: previous, daysBefore: max(0, last.dayNumber - first.dayNumber + 1))
  }

  /// The days that the data covers: from the first event's to that of the as-of instant.
  var covered: Period {
    let last = zone.date(asOf)
    return Period(first: min(zone.date(span?.first ?? asOf), last), last: last)
  }

  func isCovered(_ day: CivilDate) -> Bool { covered.index(of: day) != nil }

  /// Whether the data ends within a day.
  func isUnfinished(_ day: CivilDate) -> Bool {
    day == zone.date(asOf) && asOf < zone.start(of: day.advanced(by: 1))
  }

  /// `four weeks`, `30 days`, `September 2025`.
  var spanWords: String {
    if page.subject == .month { return words.month(page.period.first) }
    let key = "overview.span.\(page.period.days)"
    return words.has(key) ? words[key] : words.count("count.days", page.period.days)
  }

  /// `the four weeks before`, `August 2025`; how much of it the data covers, if not all.
  var beforeWords: String {
    let comparison = comparison
    guard comparison.hasBefore else { return words["overview.before.none"] }
    let name =
      page.subject == .month ? words.month(comparison.previous.first) : daysBeforeWords(comparison.current.days)
    guard !comparison.isWholeBefore else { return name }
    return words.fill(
      "overview.before.part", ["before": name, "days": words.count("count.days", comparison.daysBefore)])
  }

  private func daysBeforeWords(_ days: Int) -> String {
    let key = "overview.before.\(days)"
    if words.has(key) { return words[key] }
    return words.fill("overview.before.days", ["days": words.count("count.days", days)])
  }
}

extension ReportContext {
  /// What has its instant on each day of a period.
  func byDay<Fact>(
    _ facts: FactRun<Fact>, of period: Period, at instant: (Fact) -> Instant?
  ) -> [FactRun<Fact>] {
    facts.divided(into: max(0, period.days)) { fact in
      instant(fact).flatMap { period.index(of: zone.date($0)) }
    }
  }

  /// What has its instant in each bucket.
  func inBuckets<Fact>(
    _ facts: FactRun<Fact>, _ buckets: Buckets, at instant: (Fact) -> Instant?
  ) -> [FactRun<Fact>] {
    facts.divided(into: buckets.count) { fact in
      instant(fact).flatMap { buckets.index(of: $0, in: zone) }
    }
  }
}
