import Files
import Synchronization

/// Reads the parts of the data on a few threads.
struct PartReader {
  let parts: [[Segment]]
  let ranges: CustomerRanges
  let pool: BlockPool
  let jobs: Int
  let progress: ProgressCounter

  /// What was read.
  struct Outcome {
    /// By part.
    var batches: [Batch]
    /// By range, in the order of the parts.
    var runs: [[RecordRun]]
    var hasConversations: Bool

    /// All records that could not be read, in the order of the parts.
    func rejected(inMemory limit: Int) throws(FileError) -> ScratchColumn<RejectedRecord> {
      let rejected = ScratchColumn<RejectedRecord>(inMemory: limit)
      for batch in batches {
        try batch.rejected.withUnsafeBufferPointer { records throws(FileError) in
          try rejected.append(contentsOf: records)
        }
      }
      return rejected
    }
  }

  /// What one thread read, parts by their places.
  private struct Share: Sendable {
    var batches: [(part: Int, batch: Batch)] = []
    var runs: [[RecordRun]] = []
    var hasConversations = false
  }
}

extension PartReader {
  func read() -> Outcome {
    let next = Atomic(0)
    let shares = Parallel.map(max(1, min(jobs, parts.count)), jobs: jobs) { _ in
      read {
        let part = next.add(1, ordering: .relaxed).oldValue
        return part < parts.count ? (part, parts[part]) : nil
      } then: { segments in
        progress.add(segments.reduce(0) { $0 + $1.range.count })
      }
    }
    var outcome = join(shares)
    var batches = outcome.batches
    Splitter.mend(&batches, parts) { part, segment in
      for range in outcome.runs.indices { outcome.runs[range].removeAll { $0.part == part } }
      var work: (Int, [Segment])? = (part, [segment])
      let share = read { work.take() }
      add(share, to: &outcome)
      return share.batches[0].batch
    }
    outcome.batches = batches
    for range in outcome.runs.indices { sort(&outcome.runs[range]) }
    return outcome
  }

  private func read(
    _ next: () -> (part: Int, segments: [Segment])?, then done: ([Segment]) -> Void = { _ in }
  ) -> Share {
    var share = Share()
    var work = next()
    guard let file = work?.segments.first?.file else { return share }
    var reader = BatchReader(file, RangeWriter(ranges, pool))
    while let (part, segments) = work {
      share.batches.append((part, reader.read(segments, part: part)))
      for segment in segments { segment.file.mapped.release(segment.pages) }
      done(segments)
      work = next()
    }
    reader.writer.endRuns()
    share.runs = reader.writer.runs
    share.hasConversations = reader.writer.hasConversations
    return share
  }

  private func join(_ shares: [Share]) -> Outcome {
    var outcome = Outcome(
      batches: shares.flatMap(\.batches).sorted { $0.part < $1.part }.map(\.batch),
      runs: Array(repeating: [], count: ranges.count), hasConversations: false)
    for share in shares { add(share, to: &outcome) }
    return outcome
  }

  private func add(_ share: Share, to outcome: inout Outcome) {
    for (range, runs) in share.runs.enumerated() { outcome.runs[range] += runs }
    outcome.hasConversations = outcome.hasConversations || share.hasConversations
  }

  /// Of one part they stay in the order in which they were written.
  private func sort(_ runs: inout [RecordRun]) {
    let places = runs.indices.sorted { (runs[$0].part, $0) < (runs[$1].part, $1) }
    runs = places.map { runs[$0] }
  }
}
