import HTML

/// A sentence that becomes markup. Besides `{name}` it may hold
/// - `{name!ai}`: a key figure, underlined in the colour of `ai`, `both`, `team` or `conv`;
/// - `[AI sessions](term:session)`: a term, linked to its entry in the FAQ, with its definition as hint;
/// - `[{n} sessions](page:sessions.html)`: a page of the site; a link's words may hold `{name}` as well.
///
/// What is neither stays as it is written. Values and words are escaped; a value is never read as any of these.
extension Words {
  /// - Parameter links: how the page that the sentence stands on reaches the FAQ and other pages.
  public func markup(_ key: String, _ values: KeyValuePairs<String, String> = [:], links: Links) -> Markup {
    guard let phrase = phrases[key] else { return Markup(escaping: "‹\(key)›") }
    var bytes: [UInt8] = []
    var rest = phrase.source[...]
    while let mark = rest.firstIndex(where: { $0 == "{" || $0 == "[" }) {
      bytes.appendEscaped(String(rest[..<mark]))
      rest = rest[mark...]
      if let place = RichPlace(&rest) {
        place.write(values, to: &bytes)
      } else if let link = RichLink(&rest) {
        links.write(link.filled(values), to: &bytes)
      } else {
        bytes.appendEscaped(String(rest.removeFirst()))
      }
    }
    bytes.appendEscaped(String(rest))
    return Markup(trusted: bytes)
  }
}

/// `{name}` or `{name!role}`.
private struct RichPlace {
  let name: Substring
  let role: Substring?

  init?(_ rest: inout Substring) {
    guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
    let parts = rest[rest.index(after: rest.startIndex)..<close].split(separator: "!", maxSplits: 1)
    guard let name = parts.first else { return nil }
    self.name = name
    role = parts.count > 1 ? parts[1] : nil
    rest = rest[rest.index(after: close)...]
  }

  func write(_ values: KeyValuePairs<String, String>, to bytes: inout [UInt8]) {
    guard let value = values.first(where: { $0.key == name })?.value else {
      return bytes.appendEscaped("{\(name)\(role.map { "!" + $0 } ?? "")}")
    }
    guard let role else { return bytes.appendEscaped(value) }
    bytes.append("<span class=\"key k-")
    bytes.appendEscaped(String(role))
    bytes.append("\">")
    bytes.appendEscaped(value)
    bytes.append("</span>")
  }
}

/// `[words](term:id)` or `[words](page:address)`.
struct RichLink {
  enum Kind: String { case term, page }

  var words: String
  let kind: Kind
  let target: String

  init?(_ rest: inout Substring) {
    guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
    let after = rest.index(after: close)
    guard after < rest.endIndex, rest[after] == "(", let end = rest[after...].firstIndex(of: ")") else { return nil }
    let parts = rest[rest.index(after: after)..<end].split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.kind = kind
    words = String(rest[rest.index(after: rest.startIndex)..<close])
    target = String(parts[1])
    rest = rest[rest.index(after: end)...]
  }

  /// The link with the places in its words filled.
  func filled(_ values: KeyValuePairs<String, String>) -> RichLink {
    var link = self
    link.words = Phrase(words).filled { name in values.first { $0.key == name }?.value }
    return link
  }
}
