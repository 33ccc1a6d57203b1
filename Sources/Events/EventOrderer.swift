/// Brings each party's events into order and drops those that later records repeat or restate.
struct EventOrderer {
  let texts: SourceTexts
  let jobs: Int

  /// What was dropped.
  struct Outcome: Sendable {
    /// By file, how many of its records repeated an earlier one.
    var duplicates: [Int: Int] = [:]
    var restated: [Restatement] = []
  }

  /// A record that differs from an earlier one of the same id.
  struct Restatement: Sendable {
    var later: Event
    var earlier: Event
  }
}

extension EventOrderer {
  func order(_ events: inout [Event], _ parties: inout [EventStore.Party]) -> Outcome {
    let slices = slices(parties)
    let done = events.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let events = buffer
      // Slices share no event.
      return Parallel.map(slices.count, jobs: jobs) { [parties] index in
        var worker = PartyOrderer(texts: texts, events: events)
        return worker.order(parties[slices[index]])
      }
    }
    return join(done, slices, &events, &parties)
  }

  /// Runs of parties with about as many events each.
  private func slices(_ parties: [EventStore.Party]) -> [Range<Int>] {
    let size = max(4096, (parties.last?.events.upperBound ?? 0) / (jobs * 4))
    var slices: [Range<Int>] = []
    var start = 0
    for (i, party) in parties.enumerated()
    where i + 1 == parties.count
      || party.events.upperBound - parties[start].events.lowerBound >= size
    {
      slices.append(start..<i + 1)
      start = i + 1
    }
    return slices
  }

  /// Closes the gaps that dropped events left.
  private func join(
    _ done: [PartyOrderer.Result], _ slices: [Range<Int>], _ events: inout [Event], _ parties: inout [EventStore.Party]
  ) -> Outcome {
    var outcome = Outcome()
    var end = 0
    for (slice, result) in zip(slices, done) {
      outcome.duplicates.merge(result.outcome.duplicates, uniquingKeysWith: +)
      outcome.restated += result.outcome.restated
      for (party, kept) in zip(slice, result.kept) {
        let from = parties[party].events.lowerBound
        if from != end { for i in 0..<kept { events[end + i] = events[from + i] } }
        parties[party].events = end..<end + kept
        end += kept
      }
    }
    events.removeLast(events.count - end)
    outcome.restated.sort { $0.later.record < $1.later.record }
    return outcome
  }
}
