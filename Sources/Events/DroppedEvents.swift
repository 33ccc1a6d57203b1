/// What was dropped when events were put in order.
struct DroppedEvents: Sendable {
  /// By file, how many of its records repeated an earlier one.
  var duplicates: [Int: Int] = [:]
  var restated: [Restatement] = []

  /// A record that differs from an earlier one of the same id.
  struct Restatement: Sendable {
    var later: Event
    var earlier: Event
    /// Theirs, as far as it is told.
    var id: [UInt8] = []
  }

  mutating func merge(_ other: DroppedEvents) {
    duplicates.merge(other.duplicates, uniquingKeysWith: +)
    restated += other.restated
  }

  /// Puts the restated records in order, and notes the ids of those of which a person is told.
  mutating func tell(_ ids: EventIDs) {
    sort()
    for index in restated.indices.prefix(ReadWarning.limit) {
      ids.append(restated[index].later, to: &restated[index].id)
    }
  }

  mutating func sort() { restated.sort { $0.later.record < $1.later.record } }
}
