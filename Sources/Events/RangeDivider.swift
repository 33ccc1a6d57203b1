import Files

/// Divides the ranges that came to hold far more than their share: where a file is packed, ranges are chosen by its
/// beginning, and what comes later may be of other customers.
struct RangeDivider {
  let pool: BlockPool
  let jobs: Int

  /// How many times the mean a range may hold.
  private static let most = 4
}

extension RangeDivider {
  func divide(_ outcome: inout PartReader.Outcome) throws(FileError) {
    let sizes = outcome.runs.map { $0.reduce(0) { $0 + $1.bytes.count } }
    let mean = max(1, sizes.reduce(0, +) / max(1, sizes.count))
    guard sizes.contains(where: { $0 > RangeDivider.most * mean }) else { return }
    var runs: [[RecordRun]] = []
    for (range, size) in zip(outcome.runs, sizes) {
      runs += size > RangeDivider.most * mean ? try divide(range, into: size / mean, outcome.batches) : [range]
    }
    outcome.runs = runs
  }
}

extension RangeDivider {
  /// - Parameter runs: one range's, in the order of the parts.
  private func divide(_ runs: [RecordRun], into count: Int, _ batches: [Batch]) throws(FileError) -> [[RecordRun]] {
    var sample: [CustomerRanges.Key] = []
    var buffer: [UInt8] = []
    for run in runs {
      try pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard let base = bytes.baseAddress else { return }
        sample.append(CustomerRanges.Key(PackedRecord.View(base, brand: run.brand), batches[run.part]))
      }
    }
    let ranges = CustomerRanges(sample: sample, count: count)
    guard ranges.count > 1 else { return [runs] }
    let slices = slices(runs)
    let shares = Parallel.map(slices.count, jobs: jobs) { index -> Result<[[RecordRun]], FileError> in
      do throws(FileError) {
        return .success(try write(slices[index], ranges, batches))
      } catch {
        return .failure(error)
      }
    }
    var divided: [[RecordRun]] = Array(repeating: [], count: ranges.count)
    for share in shares {
      for (range, runs) in try share.get().enumerated() { divided[range] += runs }
    }
    pool.release(Set(runs.map(\.block)))
    return divided
  }

  /// About as many as there are threads; what is of one part stays together, and in its order.
  private func slices(_ runs: [RecordRun]) -> [ArraySlice<RecordRun>] {
    var slices: [ArraySlice<RecordRun>] = []
    var start = 0
    for end in 1...runs.count {
      let isEnd = end == runs.count
      guard isEnd || (end - start) * jobs >= runs.count && runs[end].part != runs[end - 1].part else { continue }
      slices.append(runs[start..<end])
      start = end
    }
    return slices
  }

  private func write(
    _ runs: ArraySlice<RecordRun>, _ ranges: CustomerRanges, _ batches: [Batch]
  ) throws(FileError) -> [[RecordRun]] {
    var writer = RangeWriter(ranges, pool)
    var buffer: [UInt8] = []
    for run in runs {
      let names = batches[run.part].names
      var (brand, boundaries) = (UInt32.max, 0..<0)
      writer.begin(part: run.part, base: Location(packed: run.base))
      try pool.withBytes(of: run.block, run.bytes, &buffer) { bytes in
        guard var at = bytes.baseAddress else { return }
        for _ in 0..<run.records {
          let view = PackedRecord.View(at, brand: run.brand)
          if view.brand != brand {
            brand = view.brand
            boundaries = names.withBytes(Int(brand)) { ranges.ranges(ofBrand: $0) }
          }
          let range = writer.range(of: view.texts.customer, in: boundaries)
          writer.write(view.event, at: run.base &+ UInt64(view.offset), range: range, brand: brand, view.texts)
          at = view.next
        }
      }
    }
    writer.endRuns()
    return writer.runs
  }
}

extension CustomerRanges.Key {
  /// A record's customer.
  /// - Parameter batch: that of the record's part.
  init(_ record: PackedRecord.View, _ batch: Batch) {
    brand = batch.names.withBytes(Int(record.brand)) { Array($0) }
    customer = Array(record.texts.customer)
  }
}
