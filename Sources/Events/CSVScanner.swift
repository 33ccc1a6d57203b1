import Files

/// Reads one CSV record by RFC 4180 and notes where the fields of the columns stand. It allocates nothing.
///
/// Only a field that begins with a quote is quoted; in others a quote is text (`40°44'36.7"N`). Only a comma or the
/// record's end may follow a closing quote: a record that breaks this is refused rather than guessed at.
struct CSVScanner {
  /// By column, the fields that it holds, as bits.
  let columns: UnsafeBufferPointer<UInt64>
  let slots: UnsafeMutablePointer<Slot>
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  typealias Position = UnsafePointer<UInt8>

  /// A field's value, and the comma, newline or end behind it.
  struct Field {
    var slot: Slot
    var next: Position
  }
}

extension CSVScanner {
  /// - Returns: the record's newline, or the end of the bytes.
  func record() throws(CSVFault) -> Position {
    var marks = CSVMarks(from: start)
    return try record(&marks)
  }

  /// The same, with the marks that the record before it left.
  @inline(__always)
  func record(_ marks: inout CSVMarks) throws(CSVFault) -> Position {
    var p = start
    var column = 0
    var surplus = false
    while true {
      let field = try field(p, &marks)
      if column < columns.count {
        keep(columns[column], field.slot)
      } else if field.slot.count > 0 {
        surplus = true
      }
      column += 1
      p = field.next
      guard p < end, p.pointee == 0x2C else { break }
      p += 1
    }
    guard p - start <= JSONScanner.longest else { throw .tooLong }
    if column < columns.count { throw .tooFewFields }
    if surplus { throw .tooManyFields }
    return p
  }

  @inline(__always)
  func field(_ p: Position, _ marks: inout CSVMarks) throws(CSVFault) -> Field {
    p < end && p.pointee == 0x22 ? try quoted(p + 1) : try plain(p, &marks)
  }
}

extension CSVScanner {
  @inline(__always)
  private func keep(_ fields: UInt64, _ slot: Slot) {
    var rest = fields
    while rest != 0 {
      slots[rest.trailingZeroBitCount] = slot
      rest &= rest &- 1
    }
  }

  @inline(__always)
  private func plain(_ from: Position, _ marks: inout CSVMarks) throws(CSVFault) -> Field {
    var p = from
    while true {
      p = marks.next(p, end)
      if p >= end || p.pointee == 0x2C { return Field(slot: slot(from, p, .plain), next: p) }
      switch p.pointee {
      case 0x0A:
        let stop = p > from && p[-1] == 0x0D ? p - 1 : p
        return Field(slot: slot(from, stop, .plain), next: p)
      case 0x22: p += 1
      default: p = try character(p)
      }
    }
  }

  /// A field after its opening quote.
  private func quoted(_ from: Position) throws(CSVFault) -> Field {
    var p = from
    var form = Slot.Form.plain
    while true {
      p = skip(p)
      guard p < end, p - start <= JSONScanner.longest else { throw p < end ? .tooLong : .unclosedQuote }
      guard p.pointee == 0x22 else {
        p = try character(p)
        continue
      }
      if p + 1 < end, p[1] == 0x22 {
        form = .quoted
        p += 2
        continue
      }
      return Field(slot: slot(from, p, form), next: try afterQuote(p + 1))
    }
  }

  private func afterQuote(_ from: Position) throws(CSVFault) -> Position {
    var p = from
    if p < end, p.pointee == 0x0D { p += 1 }
    guard p >= end || p.pointee == 0x0A || p == from && p.pointee == 0x2C else { throw .textAfterQuote }
    return p
  }

  private func character(_ p: Position) throws(CSVFault) -> Position {
    let length = UTF8Scan.length(p)
    guard length > 0 else { throw .invalidUTF8 }
    return p + length
  }

  /// The next byte that has to be looked at inside quotes, or the end.
  @inline(__always)
  private func skip(_ from: Position) -> Position {
    var p = from
    while end - p >= 16 {
      let bytes = SixteenBytes(p)
      let found = bytes.bitsAndHigh(bytes.equal(0x22))
      if found != 0 { return p + found.trailingZeroBitCount }
      p += 16
    }
    while p < end, p.pointee != 0x22, p.pointee < 0x80 { p += 1 }
    return p
  }

  @inline(__always)
  private func slot(_ from: Position, _ to: Position, _ form: Slot.Form) -> Slot {
    Slot(
      start: UInt32(truncatingIfNeeded: from - start), count: UInt32(truncatingIfNeeded: to - from), form: form)
  }
}
