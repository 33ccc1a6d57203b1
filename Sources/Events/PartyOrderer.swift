/// Orders one party's events after the other, in place, and drops those that later records repeat or restate.
struct PartyOrderer {
  let texts: SourceTexts
  let ids: EventIDs
  private(set) var outcome = DroppedEvents()
  /// By event of the party, its id's hash.
  private var hashes: [UInt32] = []
  /// By event of the party, whether it is dropped.
  private var dropped: [Bool] = []
  /// Open addressing over the party's records: an event's index plus 1, 0 for free.
  private var table: [UInt32] = []

  init(texts: SourceTexts, ids: EventIDs) {
    self.texts = texts
    self.ids = ids
  }

  typealias Events = UnsafeMutableBufferPointer<Event>
}

extension PartyOrderer {
  /// - Parameter party: a party's events, in the order of their records.
  /// - Returns: how many events are left.
  mutating func order(_ party: Events) -> Int {
    hash(party)
    let kept = mayRepeat(party) && markDropped(party) ? close(party) : party.count
    sort(Events(rebasing: party[..<kept]))
    return kept
  }
}

extension PartyOrderer {
  /// Few enough events that comparing each with each costs less than a table.
  private static let few = 24

  @inline(__always)
  private mutating func hash(_ party: Events) {
    hashes.removeAll(keepingCapacity: true)
    for event in party { hashes.append(ids.withRecordID(event) { ByteHash.hash($0) }) }
  }

  /// Whether two records may have the same id.
  @inline(__always)
  private func mayRepeat(_ party: Events) -> Bool {
    if party.count > PartyOrderer.few { return true }
    return hashes.withUnsafeBufferPointer { hashes in
      for i in 0..<hashes.count where party[i].suffix == .none {
        for j in 0..<i where hashes[j] == hashes[i] && party[j].suffix == .none { return true }
      }
      return false
    }
  }

  /// - Returns: whether any event is dropped.
  private mutating func markDropped(_ party: Events) -> Bool {
    dropped.removeAll(keepingCapacity: true)
    dropped.append(contentsOf: repeatElement(false, count: party.count))
    clearTable(party.count)
    var any = false
    for i in party.indices where party[i].suffix == .none {
      let at = slot(party, i)
      let standing = Int(table[at]) - 1
      table[at] = UInt32(i + 1)
      if standing < 0 { continue }
      any = true
      let comparison = RecordComparison(texts: texts, group(party, standing), group(party, i))
      if comparison.isEqual {
        table[at] = UInt32(standing + 1)
        drop(party, i)
        outcome.duplicates[Location(packed: party[i].record).file, default: 0] += 1
      } else {
        drop(party, standing)
        outcome.restated.append(DroppedEvents.Restatement(later: party[i], earlier: party[standing]))
      }
    }
    return any
  }

  private mutating func clearTable(_ count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(0, count: size))
  }

  /// Where a record's id stands in the table, or where it would.
  private func slot(_ party: Events, _ i: Int) -> Int {
    let mask = table.count - 1
    var at = Int(hashes[i]) & mask
    while table[at] != 0, !hasSameID(party, Int(table[at]) - 1, i) { at = (at + 1) & mask }
    return at
  }

  private func hasSameID(_ party: Events, _ i: Int, _ j: Int) -> Bool {
    hashes[i] == hashes[j]
      && ids.withRecordID(party[i]) { a in ids.withRecordID(party[j]) { b in ByteOrder.areEqual(a, b) } }
  }

  /// The events of the record whose first event is at `i`.
  private func group(_ party: Events, _ i: Int) -> Slice<Events> {
    var end = i + 1
    while end < party.count, party[end].suffix != .none { end += 1 }
    return party[i..<end]
  }

  private mutating func drop(_ party: Events, _ i: Int) {
    for j in group(party, i).indices { dropped[j] = true }
  }

  /// Moves what is left to the front.
  private func close(_ party: Events) -> Int {
    var kept = 0
    for i in party.indices where !dropped[i] {
      party[kept] = party[i]
      kept += 1
    }
    return kept
  }

  private func sort(_ events: Events) {
    guard events.count > 1 else { return }
    var last = events[0].milliseconds
    for i in 1..<events.count {
      let next = events[i].milliseconds
      // Most events come in the order of their instants, and few at the same.
      if next < last || next == last && ids.precedes(events[i], events[i - 1]) {
        var events = events
        return events.sort(by: ids.precedes)
      }
      last = next
    }
  }
}
