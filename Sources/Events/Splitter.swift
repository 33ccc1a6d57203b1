import Glibc

/// Cuts files into parts that workers read on their own, large files into several and small ones joined into one.
enum Splitter {
  /// Large enough that a part's tables pay, small enough that two workers end together.
  static let partSize = 1 << 23

  static func split(_ files: [SourceFile], partSize: Int) -> [[Segment]] {
    var parts: [[Segment]] = []
    var joined: [Segment] = []
    var joinedSize = 0
    for file in files {
      let size = file.bytes.count - file.bodyStart
      if joinedSize + size > partSize, !joined.isEmpty {
        parts.append(joined)
        (joined, joinedSize) = ([], 0)
      }
      if size > partSize {
        parts += segments(of: file, partSize).map { [$0] }
      } else {
        joined.append(Segment(file: file, range: file.bodyStart..<file.bytes.count))
        joinedSize += size
      }
    }
    return joined.isEmpty ? parts : parts + [joined]
  }

  /// A CSV's part may have been cut inside a record: reads again from where the record
  /// before it really ends. As a record is read without regard to what came before it, all parts are then what one
  /// reader would have read.
  ///
  /// - Parameters:
  ///   - wasCut: by part, whether it was read before what follows it was there: its last record may go on there.
  ///   - read: reads a part again, by its place, and forgets what was read of it before.
  static func mend(
    _ batches: inout [Batch], _ parts: [[Segment]], wasCut: [Bool], read: (Int, Segment) -> Batch
  ) {
    for i in batches.indices {
      guard let segment = parts[i].first, segment.file.isCSV else { continue }
      var start = segment.range.lowerBound
      if i > 0, let before = batches[i - 1].tallies.last, before.file == segment.file.number { start = before.end }
      guard start != segment.range.lowerBound || wasCut[i] && batches[i].mayGoOn(behind: segment) else { continue }
      let range = start..<max(start, segment.range.upperBound)
      batches[i] = read(i, Segment(file: segment.file, range: range))
    }
  }

  /// Where a file is cut of which more will come: behind the last line, or a CSV's record, that is whole most likely; nil
  /// if there is none behind `start`.
  static func lastCut(_ file: SourceFile, after start: Int) -> Int? {
    let bytes = file.bytes
    if file.isCSV {
      let cut = nextRecord(file, max(start, bytes.count - roomBehindCut))
      return cut < bytes.count ? cut : nil
    }
    return bytes[start...].lastIndex(of: 0x0A).map { $0 + 1 }
  }
}

extension Splitter {
  /// Single records at equal distances. In CSV some may be none, where a line begins in a field.
  static func samples(of file: SourceFile, every distance: Int) -> [Segment] {
    stride(from: file.bodyStart, to: file.bytes.count, by: distance).compactMap { offset in
      let start = offset == file.bodyStart ? offset : nextLine(file.bytes, offset)
      return start < file.bytes.count ? Segment(file: file, range: start..<start + 1) : nil
    }
  }

  private static func segments(of file: SourceFile, _ partSize: Int) -> [Segment] {
    var cuts = [file.bodyStart]
    while let last = cuts.last, last + partSize < file.bytes.count {
      cuts.append(file.isCSV ? nextRecord(file, last + partSize) : nextLine(file.bytes, last + partSize))
    }
    if cuts.last != file.bytes.count { cuts.append(file.bytes.count) }
    return zip(cuts, cuts.dropFirst()).map { Segment(file: file, range: $0..<$1) }
  }

  /// Where a CSV's next record most likely begins: a line's start from which a few records can be read. A line of a
  /// quoted text seldom looks like one; where it does, `mend` finds out.
  private static func nextRecord(_ file: SourceFile, _ offset: Int) -> Int {
    let first = nextLine(file.bytes, offset)
    var start = first
    for _ in 0..<linesTried where start < file.bytes.count {
      if beginsRecords(file, start) { return start }
      start = nextLine(file.bytes, start)
    }
    return first
  }

  private static let linesTried = 200
  /// Where a file is cut of which more will come, a few records should stand behind the cut.
  private static let roomBehindCut = 1 << 16
  private static let recordsTried = 3

  private static func beginsRecords(_ file: SourceFile, _ offset: Int) -> Bool {
    guard let base = file.bytes.baseAddress, let columns = file.header?.columns else { return true }
    // A quote that closes nowhere near is none that opens a field.
    let end = base + min(file.bytes.count, offset + recordsTried << 16)
    let scratch = SlotBuffer()
    return columns.withUnsafeBufferPointer { columns in
      var p = base + offset
      for _ in 0..<recordsTried where p < end {
        let scanner = CSVScanner(columns: columns, slots: scratch.base, start: p, end: end)
        guard let next = try? scanner.record() else { return false }
        p = next + 1
      }
      return true
    }
  }

  private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + offset, 0x0A, bytes.count - offset) else {
      return bytes.count
    }
    return found - UnsafeMutableRawPointer(mutating: base) + 1
  }
}

extension Batch {
  /// Whether a record of the CSV's segment, the only one, may go on behind what could be read of the file: one that ends
  /// behind the segment, or that looked damaged because its end was not there.
  fileprivate func mayGoOn(behind segment: Segment) -> Bool {
    if let end = tallies.last?.end, end > segment.range.upperBound { return true }
    return rejected.contains { if case .csv = $0.rejection { true } else { false } }
  }
}
