/// The table of the database that measures in SQL of one unit and anchor read, and its columns that break them down.
struct MeasureTable: Sendable, Hashable {
  let unit: Measure.Unit
  let anchor: Measure.Anchor
  let name: String
  /// The column of the instant that places a row in time.
  let instant: String

  /// Nil where no table has such units.
  init?(_ unit: Measure.Unit, _ anchor: Measure.Anchor) {
    self.unit = unit
    self.anchor = anchor
    switch (unit, anchor) {
    case (.conversation, .start): (name, instant) = ("conversations", "started_at")
    case (.conversation, .close): (name, instant) = ("conversations", "closed_at")
    case (.session, .start): (name, instant) = ("sessions", "started_at")
    case (.contact, .end): (name, instant) = ("contacts", "ended_at")
    case (.contact, .start): (name, instant) = ("contacts", "started_at")
    default: return nil
    }
  }
}

extension MeasureTable {
  static func anchors(of unit: Measure.Unit) -> [Measure.Anchor] {
    unit.anchors.filter { MeasureTable(unit, $0) != nil }
  }

  /// In errors.
  static let list = "conversation (start, close), session (start), contact (end, start)"

  /// Tables to read from. By agent a Contact has a row for each of those who wrote in it; the names of the columns that
  /// tell are no other's.
  func source(by dimension: MeasureDimension?) -> String {
    guard dimension == .agent else { return name }
    let agents = "select contact_key as of_contact, agent as by_agent from contact_agents"
    return "\(name) join (\(agents)) on of_contact = \(name).key"
  }

  /// An expression of the row's key in a dimension; nil where rows have no such thing. Weeks are named by their Monday,
  /// months by their first day.
  func key(_ dimension: MeasureDimension) -> String? {
    let day = anchor == .start ? "day" : anchor == .end ? "ended_day" : "closed_day"
    switch dimension {
    case .day: return day
    case .week: return "date(\(day), 'weekday 0', '-6 days')"
    case .month: return "substr(\(day), 1, 7) || '-01'"
    case .weekday: return anchor == .start ? "weekday" : "(strftime('%w', \(day)) + 6) % 7 + 1"
    case .hour: return anchor == .start ? "hour" : nil
    case .channel: return "channel"
    case .agent: return unit == .contact ? "by_agent" : nil
    case .brand: return "brand"
    }
  }
}
