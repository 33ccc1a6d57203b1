import CommonMark
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

  /// - Parameter line: of the body's first line in the page.
  init(_ body: String, line: Int, links: PageLinks) {
    var entry: [String] = []
    for (index, text) in (body + "\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if !text.allSatisfy(\.isWhitespace) {
        entry.append(String(text))
      } else if let term = TermsParser.term(entry, links) {
        terms.append((term, line + index - entry.count))
        entry = []
      }
    }
  }

  /// The first line is read as a heading, which knows about `{#id .class}`.
  private static func term(_ lines: [String], _ links: PageLinks) -> Page.Term? {
    guard let first = lines.first else { return nil }
    let source = "## " + first + "\n\n" + lines.dropFirst().joined(separator: "\n") + "\n"
    var term = Page.Term(id: slug(first), name: Markup(escaping: first), unit: nil, definition: Markup(), plain: "")
    for block in Document(Array(source.utf8), path: "", linkTarget: links.target).blocks {
      switch block {
      case .heading(_, let inline, let plain, let id, let classes, _):
        term.id = id ?? slug(plain)
        term.name = inline
        term.unit = classes.first
      case .html(let markup, _): term.definition = term.definition + markup
      case .fence: break
      }
    }
    term.plain = plainText(term.definition)
    return term
  }

  /// The words of markup, without its tags; entities are read back.
  private static func plainText(_ markup: Markup) -> String {
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
}
