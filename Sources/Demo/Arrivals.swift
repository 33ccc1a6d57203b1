import Time

/// When customers write: most before noon and in the early evening, fewer at weekends, hardly any at night.
struct Arrivals: Sendable {
  let first: CivilDate
  let last: CivilDate
  private let dayWeights: [Double]

  init(first: CivilDate, last: CivilDate) {
    self.first = first
    self.last = last
    dayWeights = (first...last).map { Arrivals.weekdays[$0.weekday] }
  }

  func next(_ random: inout RandomSource) -> Instant {
    let day = first.advanced(by: random.index(weights: dayWeights))
    let hour = random.index(weights: Arrivals.hours)
    return ShopClock.instant(day, millisecondOfDay: hour * 3_600_000 + random.within(0...3_599_999))
  }

  private static let weekdays = [1.2, 1.1, 1.0, 0.98, 0.95, 0.66, 0.55]

  private static let hours: [Double] = [
    0.5, 0.3, 0.2, 0.2, 0.2, 0.5, 1.2, 2.6, 4.6, 6.6, 8.2, 8.6, 6.8, 5.6, 5.4, 5.6, 6.2, 7.2, 7.6, 6.6, 4.8, 3.4, 2.0,
    1.0,
  ]
}
