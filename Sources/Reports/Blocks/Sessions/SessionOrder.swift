import Time

/// All Sessions by their start; those that start at one instant in the order of facts.
struct SessionOrder: Sendable {
  /// Positions in `Facts.sessions`.
  private let positions: [Int]
  private let starts: [Instant]

  init(_ facts: Facts) {
    let sessions = facts.sessions
    positions = sessions.indices.sorted {
      (sessions[$0].group.startedAt, $0) < (sessions[$1].group.startedAt, $1)
    }
    starts = positions.map { sessions[$0].group.startedAt }
  }
}

extension SessionOrder {
  /// Positions of the Sessions that start in a span.
  func starting(in span: Range<Instant>) -> ArraySlice<Int> {
    positions[firstIndex(from: span.lowerBound)..<firstIndex(from: span.upperBound)]
  }

  /// The days on which Sessions start, in order.
  func days(in zone: Zone) -> [CivilDate] {
    var days: [CivilDate] = []
    var next = 0
    while next < starts.count {
      let day = zone.date(starts[next])
      days.append(day)
      next = firstIndex(from: zone.start(of: day.advanced(by: 1)))
    }
    return days
  }

  private func firstIndex(from instant: Instant) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ReportContext {
  /// The Sessions that start in a period, by start.
  func sessions(in period: Period) -> [SessionFact] {
    sessionOrder.get { SessionOrder(facts) }.starting(in: period.instants(in: zone)).map { facts.sessions[$0] }
  }
}
