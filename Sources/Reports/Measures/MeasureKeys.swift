import SQL
import Time

/// The rows of a breakdown: their keys, what readers call them, and the days that they cover.
struct MeasureKeys {
  let dimension: MeasureDimension
  let period: Period
  let context: ReportContext

  init(_ dimension: MeasureDimension, _ period: Period, _ context: ReportContext) {
    self.dimension = dimension
    self.period = period
    self.context = context
  }
}

extension MeasureKeys {
  /// Without readings.
  /// - Parameter found: the keys that measures have something in.
  func rows(_ found: [some Sequence<ExactText>]) -> [MeasureBreakdown.Row] {
    switch dimension {
    case .day, .week, .month: stretches
    case .weekday: (1...7).map { row(String($0), context.words.weekdayLong($0 - 1)) }
    case .hour: (0...23).map { row(String($0), context.words.time(millisecondOfDay: $0 * 3_600_000)) }
    case .channel, .agent, .brand: named(Set(found.flatMap { $0 }))
    }
  }
}

extension MeasureKeys {
  private func row(_ key: String, _ label: String) -> MeasureBreakdown.Row {
    .init(key: key, label: label, readings: [], days: nil, isUnfinished: false, isCovered: true)
  }

  private var stretches: [MeasureBreakdown.Row] {
    guard let unit = dimension.calendarUnit else { return [] }
    return Buckets(period, by: unit).spans.map { span in
      let covered = context.covers(span)
      return .init(
        key: unit.start(of: span.first).description, label: label(span, unit), readings: [], days: span,
        isUnfinished: covered && context.asOf < context.zone.start(of: span.last.advanced(by: 1)), isCovered: covered)
    }
  }

  private func label(_ span: Period, _ unit: CalendarUnit) -> String {
    let words = context.words
    switch unit {
    case .day: return words.day(span.first)
    case .week where span.days == 1: return words.shortDay(span.first)
    case .week:
      return words.fill(
        "overview.bucket.days", ["first": words.shortDay(span.first), "last": words.shortDay(span.last)])
    case .month: return words.month(span.first)
    }
  }

  /// By label; those of one label by key.
  private func named(_ keys: Set<ExactText>) -> [MeasureBreakdown.Row] {
    let names = names(of: keys)
    return keys.map { key in (key: key.text, label: names[key] ?? key.text) }
      .map { (Collation($0.label), Collation($0.key), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map { row($0.2.key, $0.2.label) }
  }

  private func names(of keys: Set<ExactText>) -> [ExactText: String] {
    var names: [ExactText: String] = [:]
    switch dimension {
    case .channel:
      for (index, name) in context.store.channels.enumerated() {
        names[ExactText(name)] = context.shownChannel(UInt16(index))
      }
    case .brand: names[ExactText("")] = context.words["measures.no_brand"]
    default:
      names = context.agentNames(of: context.contacts(endedIn: period))
        .merging(context.agentNames(of: context.contacts(inConversationsStartedIn: period))) { name, _ in name }
      if !keys.allSatisfy({ names[$0] != nil }) { names = context.agentNames(of: context.facts.contacts) }
    }
    return names
  }
}

extension ReportContext {
  /// Of those that wrote in Contacts, by id.
  fileprivate func agentNames(of contacts: some Sequence<ContactFact>) -> [ExactText: String] {
    let ids: Set<UInt32> = contacts.reduce(into: []) { ids, contact in ids.formUnion(facts.agents(of: contact)) }
    return ids.reduce(into: [:]) { names, id in names[ExactText(store.name(id))] = store.agentName(id) }
  }
}
