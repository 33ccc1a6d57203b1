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

  /// Where a CSV's quotes are broken, a part may have been cut inside a record: reads again from where the record
  /// before it really ends. As a record is read without regard to what came before it, all parts are then what one
  /// reader would have read.
  ///
  /// - Parameter read: reads a part again, by its place, and forgets what was read of it before.
  static func mend(_ batches: inout [Batch], _ parts: [[Segment]], read: (Int, Segment) -> Batch) {
    for i in batches.indices.dropFirst() {
      guard let segment = parts[i].first, segment.file.isCSV, let before = batches[i - 1].tallies.last,
        before.file == segment.file.number, before.end != segment.range.lowerBound
      else { continue }
      let range = before.end..<max(before.end, segment.range.upperBound)
      batches[i] = read(i, Segment(file: segment.file, range: range))
    }
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
    var quotes = 0
    while let last = cuts.last, last + partSize < file.bytes.count {
      var cut = nextLine(file.bytes, last + partSize)
      if file.isCSV {
        quotes += countQuotes(file.bytes, last..<cut)
        while quotes & 1 == 1, cut < file.bytes.count {
          let next = nextLine(file.bytes, cut)
          quotes += countQuotes(file.bytes, cut..<next)
          cut = next
        }
      }
      cuts.append(cut)
    }
    if cuts.last != file.bytes.count { cuts.append(file.bytes.count) }
    return zip(cuts, cuts.dropFirst()).map { Segment(file: file, range: $0..<$1) }
  }

  private static func nextLine(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + offset, 0x0A, bytes.count - offset) else {
      return bytes.count
    }
    return found - UnsafeMutableRawPointer(mutating: base) + 1
  }

  private static func countQuotes(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[range]) { count &+= byte == 0x22 ? 1 : 0 }
    return count
  }
}
