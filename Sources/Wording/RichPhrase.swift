import HTML

/// A sentence that becomes markup. Besides `{name}` it may hold
/// - `{name!ai}`: a key figure, underlined in the colour of `ai`, `both`, `team` or `conv`;
/// - `[AI sessions](term:session)`: a term, linked to its entry in the FAQ, with its definition as hint;
/// - `[Sessions](page:sessions.html)`: a page of the site.
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
        links.write(link, to: &bytes)
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
    let value = values.first { $0.key == name }?.value ?? "{\(name)}"
    guard let role else { return bytes.appendEscaped(value) }
    bytes.append("<span class=\"key k-")
    bytes.appendEscaped(String(role))
    bytes.append("\">")
    bytes.appendEscaped(value)
    bytes.append("</span>")
  }
}

/// `[words](kind:target)`.
struct RichLink {
  let words: String
  let kind: String
  let target: String

  init?(_ rest: inout Substring) {
    guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
    let after = rest.index(after: close)
    guard after < rest.endIndex, rest[after] == "(", let end = rest[after...].firstIndex(of: ")") else { return nil }
    let parts = rest[rest.index(after: after)..<end].split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    words = String(rest[rest.index(after: rest.startIndex)..<close])
    kind = String(parts[0])
    target = String(parts[1])
    rest = rest[rest.index(after: end)...]
  }
}
