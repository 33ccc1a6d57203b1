import CommonMark
import Diagnostics
import HTML

/// Turns a document's blocks into a page's pieces.
struct PiecesBuilder {
  let document: Document
  /// Where the page will stand: its links are seen from there.
  let links: PageLinks
  private(set) var pieces: [Page.Piece] = []
  private(set) var errors: [Diagnostic] = []
  private var ids: Set<String> = []

  init(_ document: Document, links: PageLinks) {
    self.document = document
    self.links = links
    for block in document.blocks { add(block) }
  }

  private mutating func add(_ block: Document.Block) {
    switch block {
    case .heading(let level, let inline, let plain, let id, let classes, let line):
      pieces.append(
        .heading(
          Page.Heading(
            level: level, id: unique(id ?? slug(plain), line: line, given: id != nil), words: inline, plain: plain,
            classes: classes)))
    case .html(let markup, _):
      pieces.append(.words(markup))
    case .fence(let info, let body, let line):
      addFence(info.split(separator: " ").map(String.init), body, line: line)
    }
  }

  private mutating func addFence(_ info: [String], _ body: String, line: Int) {
    switch info.first {
    case "report", "timeline":
      guard info.count == 2 else {
        return mistake("expected one name after `\(info[0])`, found \(info.count - 1)", line)
      }
      let place = document.place(ofLine: line)
      pieces.append(
        .block(Page.Block(kind: info[0], name: info[1], options: options(body, line: line), place: place)))
    case "terms":
      let terms = TermsParser(body, line: line + 1, links: links).terms
      for term in terms { _ = unique(term.term.id, line: term.line, given: true) }
      pieces.append(.terms(terms.map(\.term)))
    default:
      pieces.append(.words(CodeRenderer.render(info: info.joined(separator: " "), body: body)))
    }
  }

  /// `key: value` lines.
  private mutating func options(_ body: String, line: Int) -> [(key: String, value: String)] {
    var options: [(key: String, value: String)] = []
    for (index, text) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      if parts.isEmpty || parts == [""] { continue }
      guard parts.count == 2 else {
        mistake("expected `key: value`, found `\(text)`", line + 1 + index)
        continue
      }
      options.append((parts[0], parts[1]))
    }
    return options
  }

  private mutating func unique(_ id: String, line: Int, given: Bool) -> String {
    if ids.insert(id).inserted { return id }
    if given { mistake("the id `\(id)` stands twice on this page", line) }
    var count = 2
    while !ids.insert("\(id)-\(count)").inserted { count += 1 }
    return "\(id)-\(count)"
  }

  private mutating func mistake(_ summary: String, _ line: Int) {
    errors.append(.error(summary, at: document.place(ofLine: line)))
  }
}

/// A heading's words as an anchor: letters and digits in lower case, the rest as single hyphens.
func slug(_ text: String) -> String {
  var slug = ""
  for character in text.lowercased() {
    if character.isLetter || character.isNumber {
      slug.append(character)
    } else if slug.last != "-", !slug.isEmpty {
      slug.append("-")
    }
  }
  while slug.last == "-" { slug.removeLast() }
  return slug.isEmpty ? "section" : slug
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
