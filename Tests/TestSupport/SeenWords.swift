/// The words that a reader of a page sees or hears: its text, that of its pictures too, and what `title`, `alt`,
/// `aria-label` and the attributes that the script shows say.
public struct SeenWords {
  /// Each text that has letters outside of the brackets of `PseudoLanguage`, with its element or attribute.
  public private(set) var unbracketed: [String] = []
  /// Brackets that are open where the page ends.
  public private(set) var depth = 0
  private var elements: [String] = []
  /// How many elements were open when one that holds an id or a piece of a record began.
  private var ids: [Int] = []

  public init(_ html: String) {
    var rest = Substring(html)
    var depth = 0
    while let open = rest.firstIndex(of: "<") {
      look(at: String(rest[..<open]), "<\(elements.last ?? "")>", depth: &depth)
      let end = SeenWords.end(of: rest[open...])
      enter(String(rest[open..<end]))
      rest = rest[end...]
    }
    look(at: String(rest), "text", depth: &depth)
    self.depth = depth
  }
}

extension SeenWords {
  private static let shown = [
    "title", "alt", "aria-label", "placeholder", "label", "data-auto", "data-light", "data-dark", "data-label",
    "data-sort", "data-some", "data-noun", "data-def",
  ]
  private static let unseen: Set<String> = ["script", "style", "code", "pre"]
  private static let empty: Set<String> = ["meta", "link", "br", "input", "img", "hr", "col", "!doctype"]

  /// Behind the tag's `>`, which may stand inside a quoted value.
  private static func end(of tag: Substring) -> Substring.Index {
    var isQuoted = false
    for index in tag.indices {
      if tag[index] == "\"" { isQuoted.toggle() }
      if tag[index] == ">", !isQuoted { return tag.index(after: index) }
    }
    return tag.endIndex
  }

  private mutating func enter(_ tag: String) {
    let name = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }).lowercased()
    if name.hasPrefix("/") {
      if let last = elements.lastIndex(of: String(name.dropFirst())) { elements.removeSubrange(last...) }
      ids.removeAll { $0 > elements.count }
      return
    }
    for match in tag.matches(of: /([a-z\-]+)="([^"]*)"/) where SeenWords.shown.contains(String(match.output.1)) {
      // How a column sorts is no text; what its button says stands at the page's body.
      if name == "th", match.output.1 == "data-sort" { continue }
      var depth = 0
      look(at: String(match.output.2), "<\(name) \(match.output.1)>", depth: &depth)
    }
    if !tag.hasSuffix("/>"), !SeenWords.empty.contains(name) { elements.append(name) }
    if tag.contains(/class="(?:[^"]* )?c?id[ "]/) { ids.append(elements.count) }
  }

  private mutating func look(at text: String, _ place: String, depth: inout Int) {
    let isText = place == "<\(elements.last ?? "")>"
    if isText, !ids.isEmpty || elements.contains(where: SeenWords.unseen.contains) { return }
    var outside = ""
    for character in text {
      switch character {
      case "⟦": depth += 1
      case "⟧": depth -= 1
      default: if depth <= 0 { outside.append(character) }
      }
    }
    let plain = outside.replacing(/&[a-z#0-9]+;/, with: " ")
    let words = plain.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "_" && $0 != "-" && $0 != "." }
    for word in words where word.contains(where: { $0.isLetter && $0.isASCII }) {
      unbracketed.append("\(place) \(word)")
    }
  }
}
