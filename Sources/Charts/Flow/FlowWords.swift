/// How many letters fit between a flow's column and the next, or the picture's edge; the words that need more go where
/// there is little room, and an ellipsis tells of those that nowhere fit.
struct FlowWords {
  private let wide: Int
  private let narrow: Int

  /// - Parameter columns: at least the column's number and one.
  init(column: Int, columns: Int) {
    let last = max(1, columns - 1)
    let room = column < last ? FlowLayout.lastColumn / Double(last) : 100 - FlowLayout.lastColumn
    wide = Int(room)
    narrow = max(4, Int(room * 0.48))
  }
}

extension FlowWords {
  /// - Parameter number: printed before the words, in larger figures.
  func line(baseline: Double, number: String? = nil, words: String, more: String = "") -> FlowLayout.Line {
    let used = number.map { Int((Double(PlotText.letters($0)) * 1.4).rounded(.up)) + 1 } ?? 0
    let whole = more.isEmpty ? words : words + " " + more
    let short = PlotText.cut(whole, to: max(3, wide - used))
    let first = leading(words, to: max(3, narrow - used))
    var line = FlowLayout.Line(baseline: baseline, number: number, words: first)
    if short.hasPrefix(first) { line.more = String(short.dropFirst(first.count).drop { $0 == " " }) }
    line.title = short == whole && (first == words || !line.more.isEmpty) ? nil : whole
    return line
  }
}

extension FlowWords {
  /// Whole words, if the first of them fits.
  private func leading(_ text: String, to most: Int) -> String {
    guard PlotText.letters(text) > most else { return text }
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      guard PlotText.letters(longer) <= most else { break }
      line = longer
    }
    return line.isEmpty ? PlotText.cut(text, to: most) : line
  }
}
