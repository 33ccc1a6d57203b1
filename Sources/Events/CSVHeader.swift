/// The line that names a CSV's columns: the first that is not blank.
struct CSVHeader: Sendable {
  /// By column, the fields that it holds, as bits.
  private(set) var columns: [UInt64] = []
  /// Columns that no field is read from, in their order.
  private(set) var unknown: [String] = []
  /// Required fields without a column, by their columns' names: every record of the file is rejected for the first.
  private(set) var missing: [String] = []
  /// Why the file cannot be read, and the header's place.
  private(set) var problem: Rejection?
  private(set) var start: Int
  /// Behind its line.
  private(set) var end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, layout: Layout) {
    start = CSVHeader.skipBlankLines(bytes, from)
    end = bytes.count
    guard start < bytes.count, let base = bytes.baseAddress else { return }
    do throws(CSVFault) {
      let names = try read(base, bytes.count)
      assign(names, layout)
    } catch {
      problem = .csv(error)
      end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }
  }
}

extension CSVHeader {
  private mutating func read(_ base: UnsafePointer<UInt8>, _ count: Int) throws(CSVFault) -> [String] {
    var names: [String] = []
    var p = base + start
    let scratch = SlotBuffer()
    let scanner = CSVScanner(
      columns: UnsafeBufferPointer(start: nil, count: 0), slots: scratch.base, start: p, end: base + count)
    var marks = CSVMarks(from: p)
    while true {
      let field = try scanner.field(p, &marks)
      let raw = UnsafeBufferPointer(start: base + start + Int(field.slot.start), count: Int(field.slot.count))
      var bytes: [UInt8] = []
      Slot.decode(raw, field.slot.form, to: &bytes)
      names.append(CSVHeader.trimmed(bytes))
      p = field.next
      guard p < base + count, p.pointee == 0x2C else { break }
      p += 1
    }
    end = min(p - base + 1, count)
    return names
  }

  private mutating func assign(_ names: [String], _ layout: Layout) {
    var found: UInt64 = 0
    columns = names.map { name in
      layout.columns.indices.reduce(UInt64(0)) {
        !name.isEmpty && layout.columns[$1] == name ? $0 | 1 << UInt64($1) : $0
      }
    }
    for (name, fields) in zip(names, columns) {
      found |= fields
      if fields == 0 { unknown.append(name) }
    }
    missing = NeutralField.required.map { Int($0.rawValue) }.filter {
      found & 1 << UInt64($0) == 0 && layout.words[$0]?.absent == nil
    }.map { layout.columns[$0] }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let inside = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let count = inside.reversed().drop { $0 == 0x20 || $0 == 0x09 }.count
    return String(decoding: inside.prefix(count), as: UTF8.self)
  }

  private static func skipBlankLines(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    var start = from
    var p = from
    while p < bytes.count {
      switch bytes[p] {
      case 0x0A: start = p + 1
      case 0x20, 0x09, 0x0D: break
      default: return start
      }
      p += 1
    }
    return bytes.count
  }
}
