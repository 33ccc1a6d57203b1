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
    var places: [Int: Int] = [:]
    var codes: [Int] = []
    var rows: [[Fact]] = []
    var total: [Fact] = []
    for fact in facts {
      let traits = traits(fact)
      guard filters.allSatisfy({ keeps(traits, $0) }) else { continue }
      total.append(fact)
      guard let dimension else { continue }
      forEachCode(of: traits, dimension) { code in
        if places[code] == nil {
          places[code] = rows.count
          codes.append(code)
          rows.append([])
        }
        rows[places[code] ?? 0].append(fact)
      }
    }
    let keys = codes.map { ExactText(key($0, dimension ?? .day)) }
    return MeasureCells(rows: Dictionary(zip(keys, rows), uniquingKeysWith: +), total: total)
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
    case .agent: for agent in traits.agents { use(Int(agent)) }
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
