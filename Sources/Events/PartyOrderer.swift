/// Orders one party's events after the other, in place.
struct PartyOrderer {
  let texts: SourceTexts
  let events: UnsafeMutableBufferPointer<Event>
  private var outcome = EventOrderer.Outcome()
  /// By event of the party, whether it is dropped.
  private var dropped: [Bool] = []
  /// Open addressing over the party's records: an event's index plus 1, 0 for free.
  private var table: [Int] = []

  struct Result: Sendable {
    /// By party, how many events are left at the beginning of its range.
    var kept: [Int]
    var outcome: EventOrderer.Outcome
  }

  init(texts: SourceTexts, events: UnsafeMutableBufferPointer<Event>) {
    self.texts = texts
    self.events = events
  }
}

extension PartyOrderer {
  mutating func order(_ parties: ArraySlice<EventStore.Party>) -> Result {
    let kept = parties.map { order(UnsafeMutableBufferPointer(rebasing: events[$0.events])) }
    return Result(kept: kept, outcome: outcome)
  }

  /// - Returns: how many events are left.
  private mutating func order(_ party: UnsafeMutableBufferPointer<Event>) -> Int {
    let kept = markDropped(party) ? close(party) : party.count
    sort(UnsafeMutableBufferPointer(rebasing: party[..<kept]))
    return kept
  }

  /// - Returns: whether any event is dropped.
  private mutating func markDropped(_ party: UnsafeMutableBufferPointer<Event>) -> Bool {
    dropped.removeAll(keepingCapacity: true)
    dropped.append(contentsOf: repeatElement(false, count: party.count))
    clearTable(party.count)
    var any = false
    for i in party.indices where party[i].suffix == .none {
      let at = slot(party, i)
      let standing = table[at] - 1
      table[at] = i + 1
      if standing < 0 { continue }
      any = true
      let comparison = RecordComparison(texts: texts, group(party, standing), group(party, i))
      if comparison.isEqual {
        table[at] = standing + 1
        drop(party, i)
        outcome.duplicates[Location(packed: party[i].record).file, default: 0] += 1
      } else {
        drop(party, standing)
        outcome.restated.append(EventOrderer.Restatement(later: party[i], earlier: party[standing]))
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
  private func slot(_ party: UnsafeMutableBufferPointer<Event>, _ i: Int) -> Int {
    let mask = table.count - 1
    var at = Int(party[i].idHash) & mask
    while table[at] != 0, !texts.sameRecordID(party[table[at] - 1], party[i]) { at = (at + 1) & mask }
    return at
  }

  /// The events of the record whose first event is at `i`.
  private func group(_ party: UnsafeMutableBufferPointer<Event>, _ i: Int) -> Slice<UnsafeMutableBufferPointer<Event>> {
    var end = i + 1
    while end < party.count, party[end].suffix != .none { end += 1 }
    return party[i..<end]
  }

  private mutating func drop(_ party: UnsafeMutableBufferPointer<Event>, _ i: Int) {
    for j in group(party, i).indices { dropped[j] = true }
  }

  /// Moves what is left to the front.
  private func close(_ party: UnsafeMutableBufferPointer<Event>) -> Int {
    var kept = 0
    for i in party.indices where !dropped[i] {
      party[kept] = party[i]
      kept += 1
    }
    return kept
  }

  private func sort(_ events: UnsafeMutableBufferPointer<Event>) {
    guard events.count > 1 else { return }
    for i in 1..<events.count where texts.precedes(events[i], events[i - 1]) {
      var events = events
      events.sort(by: texts.precedes)
      return
    }
  }
}
