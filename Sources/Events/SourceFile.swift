import Files
import Glibc

/// An open file of the export.
final class SourceFile: Sendable {
  /// As many as a location can number.
  static let limit = 65_535

  /// From 1, in the order of the data.
  let number: Int
  /// As shown to a person.
  let path: String
  let layout: Layout
  let isCSV: Bool
  let mapped: MappedBytes
  /// Nil for JSONL.
  let header: CSVHeader?
  /// Where the records begin: behind a byte-order mark or a header line; at the end if the header is unusable.
  let bodyStart: Int

  init(number: Int, path: String, layout: Layout, isCSV: Bool, mapped: MappedBytes) {
    self.number = number
    self.path = path
    self.layout = layout
    self.isCSV = isCSV
    self.mapped = mapped
    let mark = mapped.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    header = isCSV ? CSVHeader(mapped.bytes, from: mark, layout: layout) : nil
    bodyStart = header.map { $0.problem == nil ? $0.end : mapped.bytes.count } ?? mark
  }
}

extension SourceFile {
  var bytes: UnsafeBufferPointer<UInt8> { mapped.bytes }

  /// The offset of the line on which a record begins: a byte-order mark belongs to the first line.
  func lineStart(_ offset: Int) -> Int {
    offset == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 0 : offset
  }

  /// Whether equal records of the two files have equal fields.
  func readsLike(_ other: SourceFile) -> Bool {
    self === other || layout.readsLike(other.layout) && header?.columns == other.header?.columns
  }

  /// The bytes of a record that can be read, without its newline.
  func record(_ offset: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base = bytes.baseAddress, offset < bytes.count else { return WordPadding.empty }
    let start = base + offset
    let newline = memchr(start, 0x0A, bytes.count - offset).map { $0 - UnsafeMutableRawPointer(mutating: start) }
    let line = UnsafeBufferPointer(start: start, count: newline ?? bytes.count - offset)
    // Only a quoted text goes on behind the line's end.
    guard isCSV, memchr(start, 0x22, line.count) != nil else { return line }
    var fields = RecordFields(base: WordPadding.base)
    return UnsafeBufferPointer(start: start, count: scan(offset, into: &fields))
  }

  /// Scans the record at an offset again, for its texts.
  /// - Returns: its length without the newline; 0 if it cannot be read.
  @discardableResult
  func scan(_ offset: Int, into fields: inout RecordFields) -> Int {
    guard let base = bytes.baseAddress, offset < bytes.count else { return 0 }
    fields.base = base + offset
    fields.slots.clear(layout.columns.count)
    let (start, end) = (base + offset, base + bytes.count)
    let recordEnd: UnsafePointer<UInt8>?
    if let header {
      recordEnd = header.columns.withUnsafeBufferPointer { columns in
        try? CSVScanner(columns: columns, slots: fields.slots.base, start: start, end: end).record()
      }
    } else {
      recordEnd = try? JSONScanner(tree: layout.tree.view, slots: fields.slots.base, start: start, end: end).record()
    }
    return recordEnd.map { $0 - start } ?? 0
  }
}
