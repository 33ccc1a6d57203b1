/// The words that a reader of a page sees or hears: its text, that of its pictures too, and what `title`, `alt`,
/// `aria-label` and the attributes that the script shows say. Ids and code are none.
public struct SeenWords {
  /// Each text that has letters outside of the brackets of `PseudoLanguage`, with its element or attribute.
  public private(set) var unbracketed: [String] = []
  /// The texts whose brackets are still open where the page ends.
  public private(set) var open: [String] = []
  private var elements: [String] = []
  /// How many elements were open when one that holds an id or code began.
  private var unseen: [Int] = []

  public init(_ html: String) {
    let bytes = Array(html.utf8)
    var start = 0
    while start < bytes.count {
      let tag = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if tag > start, unseen.isEmpty { open = look(at: bytes[start..<tag], "<\(elements.last ?? "")>", open) }
      start = SeenWords.end(of: tag, bytes)
      if tag < start { enter(bytes[tag..<start]) }
    }
  }
}

extension SeenWords {
  private static let shown: Set<String> = [
    "title", "alt", "aria-label", "placeholder", "label", "data-auto", "data-light", "data-dark", "data-label",
    "data-sort", "data-some", "data-noun", "data-def",
  ]
  private static let code: Set<String> = ["script", "style", "code", "pre"]
  private static let empty: Set<String> = ["meta", "link", "br", "input", "img", "hr", "col", "!doctype"]

  /// Behind the tag's `>`, which may stand inside a quoted value.
  private static func end(of tag: Int, _ bytes: [UInt8]) -> Int {
    var isQuoted = false
    for index in tag..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !isQuoted { return index + 1 }
    }
    return bytes.count
  }

  private mutating func enter(_ tag: ArraySlice<UInt8>) {
    let name = String(decoding: tag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }, as: UTF8.self)
    if name.hasPrefix("/") {
      if let last = elements.lastIndex(of: String(name.dropFirst())) { elements.removeSubrange(last...) }
      unseen.removeAll { $0 > elements.count }
      return
    }
    // Values stand between quotes: every second part, behind a name and `=`.
    let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    var classes = ""
    for index in stride(from: 1, to: parts.count, by: 2) {
      let words = parts[index - 1].split { $0 <= 0x20 }
      let attribute = words.last.map { String(decoding: $0.dropLast(), as: UTF8.self) } ?? ""
      if attribute == "class" { classes = String(decoding: parts[index], as: UTF8.self) }
      // How a column sorts is no text; what its button says stands at the page's body.
      guard SeenWords.shown.contains(attribute), name != "th" || attribute != "data-sort" else { continue }
      _ = look(at: parts[index], "<\(name) \(attribute)>", [])
    }
    guard tag.dropLast().last != UInt8(ascii: "/"), !SeenWords.empty.contains(name) else { return }
    elements.append(name)
    let isID = classes.split(separator: " ").contains { $0 == "id" || $0 == "cid" }
    if isID || SeenWords.code.contains(name) { unseen.append(elements.count) }
  }

  /// - Returns: the texts whose brackets are open behind it.
  private mutating func look(at text: ArraySlice<UInt8>, _ place: String, _ before: [String]) -> [String] {
    var open = before
    var outside = ""
    for character in String(decoding: text, as: UTF8.self) {
      switch character {
      case "⟦": open.append("\(place) \(String(decoding: text.prefix(200), as: UTF8.self))")
      case "⟧": _ = open.popLast()
      default: if open.isEmpty { outside.append(character) }
      }
    }
    // A label that is cut to the room that it has loses its brackets.
    if text.reversed().starts(with: "…".utf8.reversed()) { open = before }
    guard outside.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) else { return open }
    let words = outside.replacing(/&[a-z#0-9]+;/, with: " ")
      .split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "_" && $0 != "-" && $0 != "." }
    for word in words where word.contains(where: { $0.isLetter && $0.isASCII }) {
      unbracketed.append("\(place) \(word)")
    }
    return open
  }
}
