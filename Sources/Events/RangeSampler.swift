/// Divides the customers into ranges of about as many events each, by a sample of the data.
struct RangeSampler {
  let files: [OpenFile]
  /// How many bytes of the data a range should take.
  let rangeSize: Int
  let jobs: Int

  private static let mostRanges = 512
  /// How many records are looked at for each range.
  private static let sampleSize = 8
}

extension RangeSampler {
  func ranges() -> CustomerRanges {
    let sampled = files.filter { [.events, .items].contains($0.beginning.layout.kind) }
    let total = sampled.reduce(0) { $0 + $1.expectedCount }
    let count = min(RangeSampler.mostRanges, total / max(1, rangeSize))
    guard count > 1 else { return CustomerRanges(sample: [], count: 1) }
    let distance = max(1, total / (count * RangeSampler.sampleSize))
    let samples = sampled.flatMap { file in
      // The beginning stands for what is not unpacked yet.
      let there = file.beginning.bytes.count - file.beginning.bodyStart
      let share = Double(there) / Double(max(1, file.expectedCount))
      return Splitter.samples(of: file.beginning, every: max(1, Int(Double(distance) * min(1, share))))
    }
    let size = (samples.count + jobs - 1) / jobs
    let keys = Parallel.map(jobs, jobs: jobs) { job in
      self.keys(samples[min(job * size, samples.count)..<min((job + 1) * size, samples.count)])
    }
    return CustomerRanges(sample: keys.flatMap { $0 }, count: count)
  }

  private func keys(_ samples: ArraySlice<Segment>) -> [CustomerRanges.Key] {
    guard let file = samples.first?.file else { return [] }
    let pool = BlockPool(limit: .max)
    var reader = BatchReader(file, RangeWriter(CustomerRanges(sample: [], count: 1), pool))
    var batches: [Batch] = []
    for (part, segment) in samples.enumerated() {
      batches.append(reader.read([segment], part: part))
      // The system maps pages around the one that is asked for.
      let around = segment.range.lowerBound - 1 << 17..<segment.range.lowerBound + 1 << 17
      segment.file.mapped.release(around.clamped(to: 0..<segment.file.bytes.count))
    }
    reader.writer.endRuns()
    var keys: [CustomerRanges.Key] = []
    var buffer: [UInt8] = []
    for run in reader.writer.runs[0] {
      try? pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard let base = bytes.baseAddress else { return }
        keys.append(CustomerRanges.Key(PackedRecord.View(base, brand: run.brand), batches[run.part]))
      }
    }
    return keys
  }
}
