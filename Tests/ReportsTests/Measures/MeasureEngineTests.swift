import Diagnostics
import Reports
import Testing
import Time

@Suite struct MeasureEngineTests {
  let context: ReportContext
  let engine: MeasureEngine

  init() throws {
    context = try Shop.example().context
    engine = MeasureEngine(book: try MeasureBooks.builtIn(), queries: nil)
  }

  private var scope: MeasureScope { MeasureScope(context.page.period) }

  private func texts(_ names: [String], _ scope: MeasureScope? = nil) throws -> [String] {
    zip(names, try engine.readings(names, scope ?? self.scope, context)).map { name, reading in
      reading.text(engine.book[name]?.format ?? .number, context.words).replacing("\u{A0}", with: " ")
    }
  }

  @Test func readsWhatThePagesPrint() throws {
    #expect(
      try texts(["conversations", "customers", "sessions", "contacts", "contacts_answered", "first_reply", "handling"])
        == ["7", "6", "6", "4", "3", "4 min", "20 min"])
    #expect(try texts(["handoff_rate", "answered_share", "messages_per_contact"]) == ["33.3%", "75.0%", "1.0"])
  }

  @Test func putsTheNumberBesideRatesAndMedians() throws {
    let readings = try engine.readings(["handoff_rate", "first_reply", "contacts", "came_back_24h"], scope, context)
    #expect(readings.map(\.n) == [6, 2, nil, 2])
  }

  @Test func breaksDownByDayWithUncoveredAndUnfinishedDays() throws {
    let period = Period(first: day("2025-09-12"), last: day("2025-09-15"))
    let breakdown = try engine.breakdown(["sessions", "handoff_rate"], by: .day, MeasureScope(period), context)
    #expect(breakdown.rows.map(\.key) == ["2025-09-12", "2025-09-13", "2025-09-14", "2025-09-15"])
    #expect(breakdown.rows.map(\.label) == ["Fri 12 Sep", "Sat 13 Sep", "Sun 14 Sep", "Mon 15 Sep"])
    #expect(breakdown.rows.map(\.isUnfinished) == [false, false, true, false])
    #expect(breakdown.rows.map(\.isCovered) == [true, true, true, false])
    #expect(breakdown.rows.map { $0.readings[0].value } == [.count(0), .count(0), .count(1), .nothing])
    #expect(breakdown.rows.map { $0.readings[1].value } == [.nothing, .nothing, .share(0, of: 1), .nothing])
    #expect(breakdown.total[0].value == .count(1))
  }

  @Test func namesWeeksAndMonthsByTheirFirstDay() throws {
    let scope = MeasureScope(Period(first: day("2025-08-30"), last: day("2025-09-14")))
    let weeks = try engine.breakdown(["conversations"], by: .week, scope, context)
    #expect(weeks.rows.map(\.key) == ["2025-08-25", "2025-09-01", "2025-09-08"])
    #expect(weeks.rows.map(\.days?.days) == [2, 7, 7])
    #expect(weeks.rows.map { $0.readings[0].value } == [.nothing, .count(1), .count(7)])
    let months = try engine.breakdown(["conversations"], by: .month, scope, context)
    #expect(months.rows.map(\.key) == ["2025-08-01", "2025-09-01"])
    #expect(months.rows.map(\.label) == ["August 2025", "September 2025"])
  }

  @Test func breaksDownByWeekdayHourChannelAndAgent() throws {
    let weekdays = try engine.breakdown(["contacts"], by: .weekday, scope, context)
    #expect(weekdays.rows.map(\.label).first == "Monday" && weekdays.rows.count == 7)
    #expect(weekdays.rows.map { $0.readings[0].value } == [0, 2, 1, 1, 0, 0, 0].map { .count($0) })
    let hours = try engine.breakdown(["sessions"], by: .hour, scope, context)
    #expect(hours.rows.map(\.label)[9...10] == ["09:00", "10:00"] && hours.rows[10].readings[0].value == .count(2))
    let channels = try engine.breakdown(["contacts", "sessions"], by: .channel, scope, context)
    #expect(channels.rows.map(\.label) == ["Chat", "Email"])
    #expect(channels.rows.map { $0.readings.map(\.value) } == [[.count(2), .count(6)], [.count(2), .count(0)]])
    let agents = try engine.breakdown(["contacts"], by: .agent, scope, context)
    #expect(agents.rows.map(\.key) == ["g2", "g1"] && agents.rows.map(\.label) == ["Ada", "Gil"])
    #expect(agents.rows.map { $0.readings[0].value } == [.count(1), .count(2)] && agents.total[0].value == .count(4))
  }

  @Test func keepsWhatFiltersName() throws {
    let email = MeasureScope(context.page.period, filters: [MeasureFilter(.channel, "email")])
    #expect(try texts(["contacts", "sessions", "contacts_answered"], email) == ["2", "0", "2"])
    let both = MeasureScope(
      context.page.period, filters: [MeasureFilter(.channel, "email"), MeasureFilter(.agent, "g2")])
    #expect(try texts(["contacts"], both) == ["1"])
  }

  @Test func tellsADimensionThatAMeasureLacks() throws {
    #expect(engine.book.supports("contacts", .agent) && !engine.book.supports("handoff_rate", .agent))
    let error = #expect(throws: Diagnostics.self) {
      try engine.breakdown(["contacts", "handoff_rate"], by: .agent, scope, context)
    }
    #expect(
      error?.description == """
        error: the measure `handoff_rate` (through `sessions_handed_off`) cannot be divided by `agent`: agents write \
        in contacts, and it counts sessions
        = help: it can be divided by `day`, `week`, `month`, `weekday`, `hour`, `channel`, `brand`
        """)
    let unknown = #expect(throws: Diagnostics.self) { try engine.readings(["contacs"], scope, context) }
    #expect(unknown?.description == "error: unknown measure `contacs`\n= help: did you mean `contacts`?")
  }

  @Test func saysThatDataIsNotEnough() throws {
    let book = try MeasureBooks.read(
      """
      rate: {title: T, sentence: S, formula: sessions_handed_off / sessions, minimum: 7, interval: wilson}
      more: {title: T, sentence: S, formula: sessions_handed_off / sessions, minimum: 6, interval: wilson}
      rest: {title: T, sentence: S, formula: 1 - rate}
      """)
    let engine = MeasureEngine(book: book, queries: nil)
    let readings = try engine.readings(["rate", "more", "rest"], scope, context)
    #expect(readings.map(\.isEnough) == [false, true, false])
    #expect(readings[0].text(.percent, context.words) == "not enough data")
    let interval = try #require(readings[1].interval)
    #expect(abs(interval.lowerBound - 0.0968) < 0.0001 && abs(interval.upperBound - 0.7000) < 0.0001)
    #expect(readings[2].value == .share(4, of: 6))
  }

  @Test func saysTheChangeInWords() throws {
    let names = ["sessions", "handoff_rate", "first_reply", "conversations_per_customer"]
    let now = try engine.readings(names, scope, context)
    let before = try engine.readingsBefore(names, scope, context)
    let changes = zip(names, zip(before, now)).map { name, pair in
      let change = engine.change(name, from: pair.0, to: pair.1, context)
      return "\(change.delta) \(change.base)"
    }
    #expect(changes == ["+500.0% from 1", "+33.3 pts from 0.0%", " no earlier data", "+0.2 from 1.0"])
  }

  @Test func printsValues() throws {
    func text(_ value: MeasureValue, _ format: Measure.Format) -> String {
      MeasureReading(value).text(format, context.words).replacing("\u{A0}", with: " ")
    }
    #expect(text(.count(12_345), .count) == "12,345")
    #expect(text(.share(291, of: 1000), .percent) == "29.1%")
    #expect(text(.length(.minutes(7)), .duration) == "7 min")
    #expect(text(.quotient(12, 5), .number) == "2.4")
    #expect(text(.number(0.2913), .percent) == "29.1%" && text(.number(-2.45), .number) == "−2.5")
    #expect(text(.number(90), .duration) == "1 min" && text(.number(2.6), .count) == "3")
    #expect(text(.nothing, .count) == "–" && text(.number(1e300), .number) == "–")
  }
}

@Suite struct MeasureCacheTests {
  @Test func keepsScopesAndExportsApart() throws {
    let engine = MeasureEngine(book: try MeasureBooks.builtIn(), queries: nil)
    let context = try Shop.example().context
    let other = try MadeUpExport(seed: 9).example().context
    func sessions(_ scope: MeasureScope, _ context: ReportContext) throws -> MeasureValue {
      try engine.readings(["sessions"], scope, context)[0].value
    }
    let scope = MeasureScope(context.page.period)
    #expect(try sessions(scope, context) == .count(6))
    #expect(try sessions(MeasureScope(scope.period, filters: [MeasureFilter(.channel, "sms")]), context) == .count(0))
    #expect(try sessions(MeasureScope(scope.period.before), context) == .count(1))
    #expect(try sessions(MeasureScope(other.page.period), other) != .count(6))
    for _ in 0..<2 { #expect(try sessions(scope, context) == .count(6)) }
    for index in 0..<20 {
      let day = scope.period.first.advanced(by: index % 7)
      _ = try sessions(MeasureScope(Period(first: day, last: day)), context)
    }
    #expect(try sessions(scope, context) == .count(6))
  }
}
