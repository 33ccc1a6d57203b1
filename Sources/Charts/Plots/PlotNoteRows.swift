import HTML

/// The notes of a picture: a line each, and its word above the picture, in as many rows as keep the words apart in a
/// picture of any width. The words of more notes than four rows hold are told to a pointer alone.
struct PlotNoteRows {
  private struct Row {
    /// How far to the right words reach, in pixels of the narrowest picture.
    var end = -Double.infinity
  }

  private struct Word {
    var note: PlotNote
    var text: String
    var row: Int?
    var isLeft: Bool
  }

  private var words: [Word] = []
  private var rows: [Row] = []

  private let margins: PlotMargins

  /// - Parameter margins: of the picture; above the one at the right, words have room.
  init(_ notes: [PlotNote], _ margins: PlotMargins) {
    self.margins = margins
    let notes = notes.filter { (0...100).contains($0.place) }.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    for note in notes { add(note) }
  }
}

extension PlotNoteRows {
  var height: Double { Double(rows.count) * PlotNoteRows.rowHeight }

  /// - Parameter base: where the lines end, in pixels.
  func append(base: Double, to out: inout [UInt8]) {
    guard !words.isEmpty else { return }
    out.append("<g class=\"notes\">")
    for word in words {
      out.append("<g>")
      out.appendTitle(word.note.text)
      let x = Coordinate.percent(word.note.place)
      let top = Double(word.row ?? rows.count) * PlotNoteRows.rowHeight
      out.appendLine("at", x1: x, x2: x, y1: top, y2: base)
      out.append("</g>")
    }
    for word in words {
      guard let row = word.row else { continue }
      let y = Double(row) * PlotNoteRows.rowHeight + 11
      out.appendText(
        "note", x: .percent(word.note.place), dx: word.isLeft ? -5 : 5, y: y, anchor: word.isLeft ? .end : .start,
        word.text)
    }
    out.append("</g>")
  }
}

extension PlotNoteRows {
  private static var rowHeight: Double { 18 }
  private static var mostRows: Int { 4 }

  /// Words that are apart in the narrowest picture are so in any: each keeps to its place, and places move apart.
  private mutating func add(_ note: PlotNote) {
    let x = note.place / 100 * margins.narrowest
    let right = margins.narrowest + margins.right - x
    let wanted = PlotText.noteWidth(note.text) + 5
    let isLeft = right < wanted && x > min(right, wanted)
    let text = PlotText.cut(note.text, to: Int(((isLeft ? x : right) - 5) / 7))
    let width = PlotText.noteWidth(text) + 5
    let (start, end) = isLeft ? (x - width, x) : (x, x + width)
    let row = rows.firstIndex { $0.end + 6 <= start } ?? rows.count
    guard row < PlotNoteRows.mostRows else {
      return words.append(Word(note: note, text: text, row: nil, isLeft: isLeft))
    }
    if row == rows.count { rows.append(Row()) }
    rows[row].end = end
    words.append(Word(note: note, text: text, row: row, isLeft: isLeft))
  }
}
