import Time

/// All Sessions by their start.
struct SessionOrder: Sendable {
  private let order: InstantOrder

  init(_ facts: Facts) { order = InstantOrder(facts.sessions) { $0.group.startedAt } }
}

extension SessionOrder {
  /// Positions of the Sessions that start in a span.
  func starting(in span: Range<Instant>) -> [Int] { order.byInstant(in: span) }

  /// How many start in a span.
  func count(in span: Range<Instant>) -> Int {
    order.firstIndex(from: span.upperBound) - order.firstIndex(from: span.lowerBound)
  }

  /// The days on which Sessions start, in order.
  func days(in zone: Zone) -> [CivilDate] {
    var days: [CivilDate] = []
    var next = 0
    while next < order.count {
      let day = zone.date(order.instant(at: next))
      days.append(day)
      next = order.firstIndex(from: zone.start(of: day.advanced(by: 1)))
    }
    return days
  }
}

extension ReportContext {
  /// How many Sessions start in a period.
  func sessionCount(in period: Period) -> Int {
    sessionOrder.get { SessionOrder(facts) }.count(in: period.instants(in: zone))
  }

  /// The Sessions that start in a period, by start.
  func sessions(in period: Period) -> [SessionFact] {
    sessionOrder.get { SessionOrder(facts) }.starting(in: period.instants(in: zone)).map { facts.sessions[$0] }
  }
}
