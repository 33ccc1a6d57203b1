import Files

/// Reads the parts of the data on a few threads, and unpacks what is packed.
struct PartReader {
  let queue: PartQueue
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

  /// What one thread read, parts by their numbers.
  private struct Share: Sendable {
    var batches: [(part: Int, batch: Batch)] = []
    var runs: [[RecordRun]] = []
    var hasConversations = false
  }
}

extension PartReader {
  /// - Returns: with what was read, the files as they are now that all are unpacked.
  func read() throws(ExportError) -> (files: [SourceFile], outcome: Outcome) {
    let shares = Parallel.map(max(1, min(jobs, queue.width)), jobs: jobs) { _ in readAll() }
    let (files, parts) = try queue.finish()
    var outcome = join(shares, parts)
    var batches = outcome.batches
    Splitter.mend(&batches, parts.map { $0.segments(of: files) }, wasCut: parts.map(\.wasCut)) { part, segment in
      for range in outcome.runs.indices { outcome.runs[range].removeAll { $0.part == part } }
      var work: (Int, [Segment])? = (part, [segment])
      let share = read { work.take() }
      add(share, to: &outcome) { $0 }
      return share.batches[0].batch
    }
    outcome.batches = batches
    for range in outcome.runs.indices { sort(&outcome.runs[range]) }
    return (files, outcome)
  }

  /// Does what there is to do until all is done.
  private func readAll() -> Share {
    read {
      while let work = queue.next() {
        switch work {
        case .unpack(let place): progress.expect(queue.unpack(place))
        case .read(let part):
          do throws(ExportError) {
            return (part.number, try part.segments())
          } catch {
            queue.fail(part.start.file, error)
          }
        }
      }
      return nil
    } then: { segments in
      progress.add(segments.reduce(0) { $0 + $1.range.count })
    }
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

  /// - Parameter parts: in the order of the data.
  private func join(_ shares: [Share], _ parts: [PartQueue.Part]) -> Outcome {
    var places = Array(repeating: 0, count: parts.count)
    for (place, part) in parts.enumerated() { places[part.number] = place }
    var outcome = Outcome(
      batches: shares.flatMap(\.batches).sorted { places[$0.part] < places[$1.part] }.map(\.batch),
      runs: Array(repeating: [], count: ranges.count), hasConversations: false)
    for share in shares { add(share, to: &outcome) { places[$0] } }
    return outcome
  }

  /// - Parameter place: of a part in the order of the data, by its number.
  private func add(_ share: Share, to outcome: inout Outcome, place: (Int) -> Int) {
    for (range, runs) in share.runs.enumerated() {
      for var run in runs {
        run.part = place(run.part)
        outcome.runs[range].append(run)
      }
    }
    outcome.hasConversations = outcome.hasConversations || share.hasConversations
  }

  /// Of one part they stay in the order in which they were written.
  private func sort(_ runs: inout [RecordRun]) {
    let places = runs.indices.sorted { (runs[$0].part, $0) < (runs[$1].part, $1) }
    runs = places.map { runs[$0] }
  }
}
