import Events
import Grouping
import Time

/// Appends rows to a buffer: JSON objects a line, or CSV by RFC 4180 with line feeds. Fields are put in the table's
/// order. What is put must fit into what `begin` made room for.
///
/// A copy of the buffer's state, so that it stays in registers: `finish` gives it back.
struct RowWriter {
  private let buffer: RowBuffer
  private let format: RowFormat
  private let texts: FieldTexts
  private var at: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var column = 0
  private var instants: InstantWriter

  init(_ buffer: RowBuffer, _ format: RowFormat, _ texts: FieldTexts) {
    self.buffer = buffer
    self.format = format
    self.texts = texts
    at = buffer.base + buffer.count
    end = buffer.base + buffer.capacity
    instants = buffer.instants
  }
}

extension RowWriter {
  /// - Parameters:
  ///   - bytes: how many bytes the row's texts take.
  ///   - marks: how many marks it has.
  @inline(__always)
  mutating func begin(texts bytes: Int, marks: Int = 0) {
    let needed = RowWriter.fixed + bytes + marks * RowWriter.mark
    if end - at < needed { grow(needed) }
    column = 0
  }

  @inline(__always)
  mutating func endRow() { at = format.end.copy(to: at) }

  func finish() {
    buffer.count = at - buffer.base
    buffer.instants = instants
  }

  @inline(__always)
  mutating func put(_ text: FieldTexts.Place) {
    lead()
    append(text)
  }

  @inline(__always)
  mutating func put(_ text: FieldTexts.Place?) {
    lead()
    if let text { append(text) } else { at = format.null.copy(to: at) }
  }

  @inline(__always)
  mutating func put(_ word: ShortText?) {
    lead()
    at = (word ?? format.null).copy(to: at)
  }

  @inline(__always)
  mutating func put(_ number: Int) {
    lead()
    guard number < 10, number >= 0 else { return putLong(number) }
    put(byte: UInt8(truncatingIfNeeded: 0x30 + number))
  }

  @inline(__always)
  mutating func put(_ instant: Instant?) {
    lead()
    guard let instant else { return at = format.null.copy(to: at) }
    if format.isJSON { put(byte: Ascii.quote) }
    instants.write(instant, to: at)
    at += InstantWriter.count
    if format.isJSON { put(byte: Ascii.quote) }
  }
}

extension RowWriter {
  @inline(__always)
  mutating func put(_ reason: Groups.CloseReason?) { put(reason.map { format.words[$0] }) }
  @inline(__always)
  mutating func put(_ end: Groups.SessionEnd?) { put(end.map { format.words[$0] }) }
  @inline(__always)
  mutating func put(_ end: Groups.ContactEnd?) { put(end.map { format.words[$0] }) }
  @inline(__always)
  mutating func put(_ origin: Groups.SessionOrigin) { put(format.words[origin]) }
  @inline(__always)
  mutating func put(_ origin: Groups.ContactOrigin) { put(format.words[origin]) }
  @inline(__always)
  mutating func put(_ outcome: Groups.Session.Outcome) { put(format.words[outcome]) }
  @inline(__always)
  mutating func put(_ actor: Actor) { put(format.words[actor]) }

  mutating func put(marks: some Collection<Groups.Mark>) {
    lead()
    at = format.marks.opening.copy(to: at)
    var isFirst = true
    for mark in marks {
      if !isFirst { at = format.marks.separator.copy(to: at) }
      isFirst = false
      at = format.marks.lead.copy(to: at)
      instants.write(mark.at, to: at)
      at = format.marks.middle.copy(to: at + InstantWriter.count)
      at = format.words[bare: mark.by].copy(to: at)
      at = format.marks.end.copy(to: at)
    }
    at = format.marks.closing.copy(to: at)
  }
}

extension RowWriter {
  /// Fields' leads, numbers, instants, words and the end, with what short texts write past themselves.
  private static let fixed = 16 * (ShortText.room + 32) + 64
  private static let mark = 5 * ShortText.room + InstantWriter.count

  private mutating func grow(_ needed: Int) {
    let used = at - buffer.base
    buffer.grow(used, for: needed)
    at = buffer.base + used
    end = buffer.base + buffer.capacity
  }

  @inline(__always)
  private mutating func lead() {
    at = format.leads[column].copy(to: at)
    column &+= 1
  }

  @inline(__always)
  private mutating func append(_ text: FieldTexts.Place) {
    texts.copy(text, to: at)
    at += text.count
  }

  @inline(__always)
  private mutating func put(byte: UInt8) {
    at.storeBytes(of: byte, as: UInt8.self)
    at += 1
  }

  private mutating func putLong(_ number: Int) {
    if number < 0 { put(byte: 0x2D) }
    var rest = number.magnitude
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for place in stride(from: length - 1, through: 0, by: -1) {
      at.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    at += length
  }
}
