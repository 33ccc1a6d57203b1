import CommonMark
import Diagnostics
import YAML

/// A value of the front matter and how it is written there: plain, in quotes or as a block of lines. Blanks aside, its
/// characters stand in the file in the same order, which gives each its place.
struct WrittenText: Sendable, Equatable {
  let text: String
  /// Of the value's first character: a quote, `|`, or the text's own.
  private let start: Place
  /// The file's lines from there on.
  private let lines: [String]

  /// - Parameter lines: those of the front matter, the first of which is line 2 of the file.
  init?(_ node: YAMLNode, lines: [String]) {
    guard let text = node.text else { return nil }
    self.text = text
    start = node.place
    self.lines = Array(lines.dropFirst(max(0, (node.place.line ?? 2) - 2)))
  }
}

extension WrittenText {
  func place(ofByte offset: Int) -> Place {
    var rest = String(decoding: text.utf8.prefix(offset), as: UTF8.self).count { !$0.isWhitespace }
    var (row, column) = opening
    let quote = column > 0 ? character(row, column - 1) : nil
    while row < lines.count {
      guard let character = character(row, column) else {
        (row, column) = (row + 1, 0)
        continue
      }
      if !character.isWhitespace {
        if rest == 0 { return place(row, column) }
        rest -= 1
        if isEscape(character, before: self.character(row, column + 1), quote) { column += 1 }
      }
      column += 1
    }
    return start
  }

  /// The text with its live numbers.
  /// - Throws: those that are not closed or name nothing.
  func live() throws(Diagnostics) -> LiveText {
    let bytes = Array(text.utf8)
    var parts: [LiveText.Part] = []
    var errors: [Diagnostic] = []
    var end = 0
    func addWords(until next: Int) {
      if next > end { parts.append(.words(String(decoding: bytes[end..<next], as: UTF8.self))) }
    }
    for find in LiveScanner(bytes).finds() {
      switch find {
      case .escape(let range):
        addWords(until: range.lowerBound)
        end = range.upperBound
      case .unclosed(let range): errors.append(.unclosedLive(at: place(ofByte: range.lowerBound)))
      case .live(let range):
        addWords(until: range.lowerBound)
        let source = String(decoding: bytes[range], as: UTF8.self)
        let live = Live(source: source, place: place(ofByte: range.lowerBound))
        if live.text.isEmpty { errors.append(.emptyLive(at: live.place)) }
        parts.append(.live(live))
        end = range.upperBound
      }
    }
    addWords(until: bytes.count)
    if !errors.isEmpty { throw Diagnostics(errors) }
    return LiveText(parts: parts)
  }
}

extension WrittenText {
  /// Where the text's own characters begin.
  private var opening: (row: Int, column: Int) {
    let column = (start.column ?? 1) - 1
    switch character(0, column) {
    case "|", ">": return (1, 0)
    case "'", "\"": return (0, column + 1)
    default: return (0, column)
    }
  }

  private func character(_ row: Int, _ column: Int) -> Character? {
    guard lines.indices.contains(row) else { return nil }
    return lines[row].dropFirst(column).first
  }

  /// Whether a character and the next one are written for one.
  private func isEscape(_ character: Character, before next: Character?, _ quote: Character?) -> Bool {
    quote == "'" ? character == "'" && next == "'" : quote == "\"" && character == "\\"
  }

  private func place(_ row: Int, _ column: Int) -> Place {
    Place(path: start.path, line: (start.line ?? 2) + row, column: column + 1, text: lines[row])
  }
}
