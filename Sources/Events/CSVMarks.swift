import Files

/// Where commas, quotes, newlines and all that is not ASCII stand in CSV: found 64 bytes at a time, and kept from field
/// to field and from record to record, as most are shorter.
struct CSVMarks {
  typealias Position = UnsafePointer<UInt8>

  private static let width = 64
  /// The 64 bytes that were looked at last.
  private var block: Position
  /// By byte of the block, from the lowest bit.
  private var marks: UInt64 = 0

  init(from start: Position) { block = start - CSVMarks.width }
}

extension CSVMarks {
  /// The first mark at a place or behind it, or the end. A place that lies behind the last one costs least.
  @inline(__always)
  mutating func next(_ place: Position, _ end: Position) -> Position {
    // Of a place ahead of the block, it is larger than any width.
    let offset = UInt(bitPattern: place - block)
    guard offset < UInt(CSVMarks.width) else { return look(from: place, end) }
    let rest = marks &>> UInt64(offset)
    return rest != 0 ? place + rest.trailingZeroBitCount : look(from: block + CSVMarks.width, end)
  }

  private mutating func look(from place: Position, _ end: Position) -> Position {
    var next = place
    while end - next >= CSVMarks.width {
      (block, marks) = (next, CSVMarks.marks(next))
      if marks != 0 { return next + marks.trailingZeroBitCount }
      next += CSVMarks.width
    }
    while next < end, !CSVMarks.isMark(next.pointee) { next += 1 }
    return next
  }

  @inline(__always)
  private static func marks(_ block: Position) -> UInt64 {
    func quarter(_ place: Int) -> UInt64 {
      let bytes = SixteenBytes(block + place * 16)
      let marks = bytes.bitsAndHigh(bytes.equal(0x2C) .| bytes.equal(0x22) .| bytes.equal(0x0A))
      return marks &<< UInt64(truncatingIfNeeded: place * 16)
    }
    return quarter(0) | quarter(1) | quarter(2) | quarter(3)
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x22 || byte == 0x0A || byte >= 0x80 }
}
