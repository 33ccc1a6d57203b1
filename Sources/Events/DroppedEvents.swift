/// What was dropped when events were put in order.
struct DroppedEvents: Sendable {
  /// By file, how many of its records repeated an earlier one.
  var duplicates: [Int: Int] = [:]
  var restated: [Restatement] = []

  /// A record that differs from an earlier one of the same id.
  struct Restatement: Sendable {
    var later: Event
    var earlier: Event
  }

  mutating func merge(_ other: DroppedEvents) {
    duplicates.merge(other.duplicates, uniquingKeysWith: +)
    restated += other.restated
  }
}
