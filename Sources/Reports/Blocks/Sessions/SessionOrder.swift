import Time

/// All Sessions by their start.
struct SessionOrder: Sendable {
  private let order: InstantOrder

  init(_ facts: Facts) { order = InstantOrder(facts.sessions) { $0.group.startedAt } }
}

extension SessionOrder {
  /// The Sessions that start in a span.
  func starting(in span: Range<Instant>, of facts: Facts) -> SessionRun {
    SessionRun(facts: facts.sessions, order: order, places: order.places(in: span))
  }

  /// How many start in a span.
  func count(in span: Range<Instant>) -> Int { order.places(in: span).count }

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

/// Sessions that start one after another; each is read where it lies when it is asked for.
struct SessionRun: RandomAccessCollection, Sendable {
  let startIndex: Int
  let endIndex: Int
  private let facts: FactColumn<SessionFact>
  private let order: InstantOrder

  init(facts: FactColumn<SessionFact>, order: InstantOrder, places: Range<Int>) {
    startIndex = places.lowerBound
    endIndex = places.upperBound
    self.facts = facts
    self.order = order
  }

  subscript(place: Int) -> SessionFact { facts[order.position(at: place)] }

  var indices: Range<Int> { startIndex..<endIndex }

  /// Has the processor fetch some Sessions.
  func fetch(_ places: Range<Int>) { for place in places { facts.fetch(order.position(at: place)) } }

  var positions: FactRun<SessionFact> {
    FactRun(facts: facts, positions: order.positions(at: startIndex..<endIndex))
  }
}

extension ReportContext {
  /// How many Sessions start in a period.
  func sessionCount(in period: Period) -> Int {
    sessionOrder.get { SessionOrder(facts) }.count(in: period.instants(in: zone))
  }

  /// The Sessions that start in a period, by start.
  func sessionRun(in period: Period) -> SessionRun {
    sessionOrder.get { SessionOrder(facts) }.starting(in: period.instants(in: zone), of: facts)
  }

  /// The same, to be divided.
  func sessions(in period: Period) -> FactRun<SessionFact> { sessionRun(in: period).positions }
}
