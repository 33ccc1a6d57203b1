import HTML

/// What a template is filled with: a tree of records in two flat arrays that are reused from page to page, so that a
/// page costs no allocation a value.
///
///     var values = Values(pageSchema)
///     values.set("title", of: values.root, text: "Overview")
///     let row = values.append(to: "rows", of: values.root)
///     values.set("day", of: row, text: "Mon 1 Sep")
///     template.render(values, into: &bytes)
///
/// Slots looked up once (`schema["title"]`) are the fast form; names do where a page is one of few. A slot of another
/// schema, a name that the schema lacks and a value of the wrong kind are the caller's mistakes and stop the program.
public struct Values: Sendable {
  /// A record in these values: its slots follow one another in the flat array. It is good until `reset()`.
  public struct Record: Equatable, Sendable {
    let base: Int
    let frame: Int
  }

  /// Two words a slot: where a text begins and ends in `text`; the first record and the last plus one; or 0 and 1 for
  /// a flag. So any value is there where `start < end`. Before each record's slots stands its header, whose `start` is
  /// the next record of the same list.
  struct Entry: Sendable {
    var start: UInt32 = 0
    var end: UInt32 = 0

    var isThere: Bool { start < end }
  }

  /// A text in these values that several fields may hold. It is good until `reset()`.
  public struct SharedText: Sendable {
    fileprivate let entry: Entry
  }

  public let schema: Schema
  let layout: Layout
  private(set) var entries: [Entry] = []
  private(set) var text: [UInt8] = []

  public init(_ schema: Schema) {
    self.schema = schema
    layout = Layout(schema)
    _ = addRecord(frame: 0)
  }
}

extension Values {
  public var root: Record { Record(base: 0, frame: 0) }

  /// Forgets every value and record but keeps the memory, for the next page.
  public mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    _ = addRecord(frame: 0)
  }

  /// Adds a record: to a list behind its last one, or as the one record of a `.one` field.
  public mutating func append(to slot: Slot, of record: Record) -> Record {
    let shape = shape(of: slot, in: record)
    let index = index(of: slot, in: record)
    guard shape.kind == .list || (shape.kind == .one && !entries[index].isThere) else {
      fail(slot, record, "a further record")
    }
    let new = addRecord(frame: shape.child)
    let base = UInt32(new.base)
    if entries[index].isThere {
      entries[Int(entries[index].end) - 1].start = base
    } else {
      entries[index].start = base
    }
    entries[index].end = base + 1
    return new
  }

  /// Sets a `.text` field.
  public mutating func set(_ slot: Slot, of record: Record, text value: String) {
    let index = index(of: slot, in: record, as: .text)
    var value = value
    let start = text.count
    value.withUTF8 { text.append(bytes: $0) }
    entries[index] = entry(from: start)
  }

  /// Puts a text where several fields may hold it.
  public mutating func share(_ value: String) -> SharedText {
    var value = value
    let start = text.count
    value.withUTF8 { text.append(bytes: $0) }
    return SharedText(entry: entry(from: start))
  }

  /// Sets a `.text` field to a text that is there already.
  public mutating func set(_ slot: Slot, of record: Record, shared: SharedText) {
    entries[index(of: slot, in: record, as: .text)] = shared.entry
  }

  /// Sets a `.text` field from bytes in UTF-8.
  public mutating func set(_ slot: Slot, of record: Record, bytes: UnsafeBufferPointer<UInt8>) {
    let index = index(of: slot, in: record, as: .text)
    let start = text.count
    text.append(bytes: bytes)
    entries[index] = entry(from: start)
  }

  /// Sets a `.text` field to the decimal digits of a whole number.
  public mutating func set(_ slot: Slot, of record: Record, number: Int) {
    let index = index(of: slot, in: record, as: .text)
    let start = text.count
    text.append(decimal: number)
    entries[index] = entry(from: start)
  }

  /// Sets a `.markup` field.
  public mutating func set(_ slot: Slot, of record: Record, markup: Markup) {
    let index = index(of: slot, in: record, as: .markup)
    let start = text.count
    text.append(markup)
    entries[index] = entry(from: start)
  }

  /// Sets a `.flag` field.
  public mutating func set(_ slot: Slot, of record: Record, flag: Bool) {
    entries[index(of: slot, in: record, as: .flag)] = Entry(start: 0, end: flag ? 1 : 0)
  }

  /// Lets a writer append the value straight to the arena: trusted markup for a `.markup` field, text that is not
  /// escaped yet for a `.text` field. The writer appends only.
  public mutating func build(_ slot: Slot, of record: Record, _ body: (inout [UInt8]) -> Void) {
    let kind = shape(of: slot, in: record).kind
    guard kind == .text || kind == .markup else { fail(slot, record, "text or markup") }
    let start = text.count
    body(&text)
    precondition(text.count >= start, "a writer of a value may only append")
    entries[index(of: slot, in: record)] = entry(from: start)
  }
}

extension Values {
  @inline(__always)
  private func shape(of slot: Slot, in record: Record) -> Layout.Shape {
    let frame = layout.frames[record.frame]
    guard frame.schema == slot.schema else { failForeign(record) }
    return layout.shapes[frame.origin + slot.index]
  }

  @inline(__always)
  private func index(of slot: Slot, in record: Record) -> Int { record.base + 1 + slot.index }

  @inline(__always)
  private func index(of slot: Slot, in record: Record, as kind: Layout.Kind) -> Int {
    guard shape(of: slot, in: record).kind == kind else { fail(slot, record, "\(kind)") }
    return index(of: slot, in: record)
  }

  @inline(__always)
  private func entry(from start: Int) -> Entry { Entry(start: UInt32(start), end: UInt32(text.count)) }

  private mutating func addRecord(frame: Int) -> Record {
    let record = Record(base: entries.count, frame: frame)
    let count = layout.frames[frame].count + 1
    entries.append(addingCapacity: count) { span in
      for _ in 0..<count { span.append(Entry()) }
    }
    return record
  }

  private func fail(_ slot: Slot, _ record: Record, _ given: String) -> Never {
    let schema = layout.schemas[record.frame]
    let field = schema.fields[slot.index]
    preconditionFailure("field `\(field.name)` of schema `\(schema.name)` does not take \(given)")
  }

  private func failForeign(_ record: Record) -> Never {
    preconditionFailure("slot of another schema for a record of `\(layout.schemas[record.frame].name)`")
  }
}
