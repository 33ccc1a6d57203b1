import CommonMark
import Diagnostics
import HTML

/// Reads a `terms` fence: entries divided by blank lines, each a line `Name {#id .unit}` and the definition's lines.
///
///     ```terms
///     AI session {#session .ai}
///     One interaction with the AI. …
///     ```
struct TermsParser {
  /// With the line of each in the page.
  private(set) var terms: [(term: Page.Term, line: Int)] = []
  private(set) var errors: [Diagnostic] = []
  private let path: String
  private let links: PageLinks

  /// - Parameter place: of the fence's first line.
  init(_ body: String, place: Place, links: PageLinks) {
    path = place.path
    self.links = links
    var entry: [String] = []
    for (index, text) in (body + "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !text.allSatisfy(\.isWhitespace) {
        entry.append(String(text))
      } else if let first = entry.first {
        add(first, entry.dropFirst(), line: (place.line ?? 0) + 1 + index - entry.count)
        entry = []
      }
    }
  }
}

extension TermsParser {
  private mutating func add(_ first: String, _ rest: ArraySlice<String>, line: Int) {
    var term = Page.Term(id: slug(first), name: LiveMarkup(), unit: nil, definition: LiveMarkup(), plain: "")
    for block in blocks(TermsParser.mark + first, line: line) {
      guard case .heading(_, let inline, let plain, let id, let classes, _) = block else { continue }
      term.id = id ?? slug(plain)
      term.name = inline.unmarked
      term.plainName = plain
      term.unit = classes.first
    }
    for case .html(let markup, _) in blocks(rest.joined(separator: "\n"), line: line + 1) {
      term.definition.append(markup)
    }
    term.plain = plainText(term.definition.fixed)
    terms.append((term, line))
  }

  /// The first line is read as a heading, which knows about `{#id .class}`.
  fileprivate static let mark = "## "

  private mutating func blocks(_ text: String, line: Int) -> [Document.Block] {
    let document = Document(Array(text.utf8), path: path, firstLine: line, linkTarget: links.target)
    errors += document.errors.map { text.hasPrefix(TermsParser.mark) ? $0.unmarked : $0 }
    return document.blocks
  }
}

/// The words of markup, without its tags; entities are read back.
private func plainText(_ markup: Markup) -> String {
  var text = ""
  var isTag = false
  for character in markup.text {
    switch character {
    case "<": isTag = true
    case ">": isTag = false
    case "\n": if !isTag { text.append(" ") }
    default: if !isTag { text.append(character) }
    }
  }
  return text.readingEntities.trimmed
}

extension Place {
  fileprivate var unmarked: Place {
    let count = TermsParser.mark.count
    return Place(
      path: path, line: line, column: column.map { $0 - count }, text: text.map { String($0.dropFirst(count)) })
  }
}

extension Diagnostic {
  fileprivate var unmarked: Diagnostic { Diagnostic(severity, summary, at: place?.unmarked, help: help) }
}

extension LiveMarkup {
  fileprivate var unmarked: LiveMarkup {
    LiveMarkup(
      parts: parts.map { part in
        guard case .live(var live) = part else { return part }
        live.place = live.place.unmarked
        return .live(live)
      })
  }
}
