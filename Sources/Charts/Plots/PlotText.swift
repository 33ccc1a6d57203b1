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
    return kept + "…"
  }

  /// The room left of a picture that holds the longest of its labels.
  static func leftMargin(_ labels: [String]) -> [StaticString] {
    switch labels.map(letters).max() ?? 0 {
    case ...4: []
    case ...7: ["m7"]
    case ...10: ["m10"]
    case ...16: ["m16"]
    default: ["m24"]
    }
  }

  /// The room right of a picture, for at most 16 letters.
  static func rightMargin(_ labels: [String]) -> [StaticString] {
    switch labels.map(letters).max() ?? 0 {
    case 0: []
    case ...6: ["e6"]
    case ...10: ["e10"]
    default: ["e16"]
    }
  }
}

extension PlotText {
  /// The pixels of `rightMargin`.
  static func rightPixels(_ labels: [String]) -> Double {
    switch labels.map(letters).max() ?? 0 {
    case 0: 0
    case ...6: 58
    case ...10: 87
    default: 128
    }
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
