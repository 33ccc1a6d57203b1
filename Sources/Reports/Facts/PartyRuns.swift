import Events

extension EventStore {
  /// Parties in runs of some thousand events each, so that threads stay busy and no run holds much memory. The division
  /// depends on the data alone, never on the number of threads.
  public var partyRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    var events = 0
    for (index, party) in parties.enumerated() {
      events += party.events.count
      guard events >= 4000 || index == parties.count - 1 else { continue }
      runs.append(start..<index + 1)
      start = index + 1
      events = 0
    }
    return runs
  }
}
