import HTML

/// How much room texts take, which cannot be measured while building: an estimate that is rather too large.
enum PlotText {
  /// In pixels, of small print.
  static func width(_ text: String) -> Double { 6.96 * Double(letters(text)) }

  /// In pixels, of a note.
  static func noteWidth(_ text: String) -> Double { 7 * Double(letters(text)) }

  /// Letters of the east take the room of two.
  static func letters(_ text: String) -> Int {
    text.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) > 0x2E80 ? 2 : 1) }
  }

  /// The text, or as much of it as fits and an ellipsis.
  static func cut(_ text: String, to most: Int) -> String {
    guard letters(text) > most else { return text }
    var room = most - 1
    let kept = text.prefix { character in
      room -= letters(String(character))
      return room >= 0
    }
    return (kept.lastIndex { $0 != " " }.map { kept[...$0] } ?? "") + "…"
  }
}

extension [UInt8] {
  /// Appends a text no longer than `most` letters; a pointer is told the whole.
  mutating func appendCutText(
    _ classes: StaticString = "", x: Coordinate, dx: Double = 0, y: Double, anchor: Anchor = .start, _ text: String,
    to most: Int
  ) {
    let short = PlotText.cut(text, to: most)
    openText(classes, x: x, dx: dx, y: y, anchor: anchor)
    if short != text { appendTitle(text) }
    appendEscaped(short)
    append("</text>")
  }
}
