/// A table written with pipes, as in GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-): a row
/// of headings, a row of dashes with as many cells, any number of rows. libcmark knows no tables and leaves a paragraph.
struct PipeTable {
  struct Cell {
    /// Inline Markdown.
    var text: [UInt8]
    var line: Int
  }

  var header: [Cell]
  /// Whether a column is right-aligned (`---:`).
  var isRightAligned: [Bool]
  /// Cells beyond the header's are dropped; a short row stays short.
  var rows: [[Cell]]

  /// Reads the table that a top-level paragraph on these lines is, or nil. Before it, only definitions of links may
  /// stand, since libcmark counts them to the paragraph.
  init?(_ lines: SourceLines, _ range: ClosedRange<Int>) {
    guard let start = range.first(where: { !Self.isDefinition(lines[$0]) }), start < range.upperBound,
      let alignment = Self.alignment(lines[start + 1])
    else { return nil }
    header = Self.cells(lines[start], line: start)
    guard header.count == alignment.count, lines[start].contains(pipe) else { return nil }
    isRightAligned = alignment
    rows = []
    for line in (start + 2)..<max(start + 2, range.upperBound + 1) {
      rows.append(Array(Self.cells(lines[line], line: line).prefix(alignment.count)))
    }
  }
}

extension PipeTable {
  private static func isDefinition(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.first { !isBlank($0) } == UInt8(ascii: "[") && !line.contains(pipe)
  }

  private static func alignment(_ line: UnsafeBufferPointer<UInt8>) -> [Bool]? {
    guard line.contains(pipe) else { return nil }
    let cells = cells(line, line: 0).map(\.text)
    let colon = UInt8(ascii: ":")
    for cell in cells {
      let dashes = cell.drop { $0 == colon }
      let tail = dashes.drop { $0 == UInt8(ascii: "-") }
      guard cell.count - dashes.count <= 1, tail.count < dashes.count, tail.isEmpty || Array(tail) == [colon] else {
        return nil
      }
    }
    return cells.map { $0.last == colon && $0.first != colon }
  }

  /// Splits a row at its pipes but for `\|`, which stands for a pipe of the text.
  private static func cells(_ row: UnsafeBufferPointer<UInt8>, line: Int) -> [Cell] {
    var cells: [[UInt8]] = [[]]
    var index = 0
    while index < row.count {
      let byte = row[index]
      let next = index + 1 < row.count ? row[index + 1] : nil
      if byte == pipe {
        cells.append([])
      } else if byte == backslash, next == pipe {
        cells[cells.count - 1].append(pipe)
      } else if byte == backslash, next == backslash {
        cells[cells.count - 1] += [backslash, backslash]
      } else {
        cells[cells.count - 1].append(byte)
      }
      index += byte == backslash && (next == pipe || next == backslash) ? 2 : 1
    }
    cells = cells.map(trimmed)
    if cells.first == [], row.first(where: { !isBlank($0) }) == pipe { cells.removeFirst() }
    if cells.count > 1, cells.last == [] { cells.removeLast() }
    return cells.map { Cell(text: $0, line: line) }
  }

  private static func trimmed(_ cell: [UInt8]) -> [UInt8] {
    let head = cell.drop(while: isBlank)
    return Array(head[..<(head.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? head.startIndex)])
  }
}

private let pipe = UInt8(ascii: "|")
private let backslash = UInt8(ascii: "\\")

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
