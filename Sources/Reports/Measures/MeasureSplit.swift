import SQL
import Time

/// Divides facts by a dimension after leaving out what filters do not keep.
struct MeasureSplit {
  /// Nil for the total alone.
  let dimension: MeasureDimension?
  private let context: ReportContext
  private let filters: [MeasureFilter]

  init(_ dimension: MeasureDimension?, _ scope: MeasureScope, _ context: ReportContext) {
    self.dimension = dimension
    self.context = context
    filters = scope.filters
  }
}

/// What belongs to each key of a dimension, and to the whole.
struct MeasureCells<Value: Sendable>: Sendable {
  var rows: [ExactText: Value]
  var total: Value
}

extension MeasureCells {
  func mapped<Other>(_ transform: (Value) -> Other) -> MeasureCells<Other> {
    MeasureCells<Other>(rows: rows.mapValues(transform), total: transform(total))
  }
}

extension MeasureSplit {
  /// In the order given within each cell. A fact of several keys is in the row of each, and once in the total.
  func cells<Fact>(_ facts: [Fact], _ traits: (Fact) -> MeasurePopulation.Traits) -> MeasureCells<[Fact]> {
    let total = filters.isEmpty ? facts : facts.filter { fact in filters.allSatisfy { keeps(traits(fact), $0) } }
    guard let dimension else { return MeasureCells(rows: [:], total: total) }
    var rows = CodedRows<Fact>()
    for fact in total { forEachCode(of: traits(fact), dimension) { rows.add(fact, code: $0) } }
    let keys = rows.codes.map { ExactText(key($0, dimension)) }
    return MeasureCells(rows: Dictionary(zip(keys, rows.rows), uniquingKeysWith: +), total: total)
  }
}

extension MeasureSplit {
  /// The same by the facts' positions.
  func cells<Fact>(
    _ run: FactRun<Fact>, _ traits: (Fact) -> MeasurePopulation.Traits
  ) -> MeasureCells<FactRun<Fact>> {
    cells(run.positions) { traits(run.facts[Int($0)]) }.mapped { FactRun(facts: run.facts, positions: $0) }
  }
}

/// Facts under the numbers of keys, in the order in which these came.
private struct CodedRows<Fact> {
  private(set) var codes: [Int] = []
  private(set) var rows: [[Fact]] = []
  /// By code, the place among `rows`, one more than it is; 0 for none. Codes are days, hours, or small indices.
  private var places: [Int32] = []
  /// Of codes that are too large for that.
  private var far: [Int: Int] = [:]
  private static var most: Int { 1 << 16 }

  mutating func add(_ fact: Fact, code: Int) {
    rows[place(of: code)].append(fact)
  }

  private mutating func place(of code: Int) -> Int {
    guard (0..<CodedRows.most).contains(code) else { return farPlace(of: code) }
    if code >= places.count { places += repeatElement(0, count: code + 1 - places.count) }
    if places[code] == 0 { places[code] = Int32(begin(code) + 1) }
    return Int(places[code]) - 1
  }

  private mutating func farPlace(of code: Int) -> Int {
    if let known = far[code] { return known }
    let place = begin(code)
    far[code] = place
    return place
  }

  /// A row of its own.
  private mutating func begin(_ code: Int) -> Int {
    codes.append(code)
    rows.append([])
    return rows.count - 1
  }
}

extension MeasureSplit {
  private func keeps(_ traits: MeasurePopulation.Traits, _ filter: MeasureFilter) -> Bool {
    var isKept = false
    forEachCode(of: traits, filter.dimension) { code in
      if ExactText(key(code, filter.dimension)) == ExactText(filter.value) { isKept = true }
    }
    return isKept
  }

  /// A number for each key that a fact has in a dimension: cheaper to collect by than its text.
  private func forEachCode(
    of traits: MeasurePopulation.Traits, _ dimension: MeasureDimension, _ use: (Int) -> Void
  ) {
    switch dimension {
    case .channel: use(Int(traits.channel))
    case .brand: use(Int(context.store.parties[traits.party].brand))
    case .agent:
      guard let agents = traits.agents else { return }
      for agent in agents { use(Int(agent)) }
    case .day, .week, .month:
      let day = context.zone.date(traits.at)
      use((dimension.calendarUnit?.start(of: day) ?? day).dayNumber)
    case .weekday: use(context.zone.date(traits.at).weekday + 1)
    case .hour: use(context.zone.local(traits.at).millisecondOfDay / 3_600_000)
    }
  }

  private func key(_ code: Int, _ dimension: MeasureDimension) -> String {
    switch dimension {
    case .channel: context.store.channels[code]
    case .brand, .agent: context.store.name(UInt32(code))
    case .day, .week, .month: CivilDate(dayNumber: code).description
    case .weekday, .hour: String(code)
    }
  }
}

extension MeasureDimension {
  /// Of a stretch of days.
  var calendarUnit: CalendarUnit? {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    default: nil
    }
  }
}
