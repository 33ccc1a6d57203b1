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
    var bytes: [UInt8] = []
    append(markup: key, values, links: links, to: &bytes)
    return Markup(trusted: bytes)
  }

  /// Appends the sentence.
  public func append(
    markup key: String, _ values: KeyValuePairs<String, String> = [:], links: Links, to bytes: inout [UInt8]
  ) {
    guard let phrase = richPhrases[key] else { return bytes.appendEscaped("‹\(key)›") }
    phrase.write(values, links: links, to: &bytes)
  }
}

/// Such a sentence, cut at its places and links once.
struct RichPhrase: Sendable {
  private enum Part: Sendable {
    case markup([UInt8])
    case place(RichPlace)
    case link(RichLink)
  }

  private var parts: [Part] = []

  init(_ source: String) {
    var text: [UInt8] = []
    var rest = source[...]
    while let mark = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) {
      text.appendEscaped(String(rest[..<mark]))
      rest = rest[mark...]
      if let place = RichPlace(&rest) {
        add(.place(place), behind: &text)
      } else if let link = RichLink(&rest) {
        add(.link(link), behind: &text)
      } else {
        text.appendEscaped(String(rest.removeFirst()))
      }
    }
    text.appendEscaped(String(rest))
    if !text.isEmpty { parts.append(.markup(text)) }
  }

  private mutating func add(_ part: Part, behind text: inout [UInt8]) {
    if !text.isEmpty { parts.append(.markup(text)) }
    text = []
    parts.append(part)
  }
}

extension RichPhrase {
  func write(_ values: KeyValuePairs<String, String>, links: Links, to bytes: inout [UInt8]) {
    for part in parts {
      switch part {
      case .markup(let markup): bytes.append(contentsOf: markup)
      case .place(let place): place.write(values, to: &bytes)
      case .link(let link): links.write(link, values, to: &bytes)
      }
    }
  }
}

/// `{name}` or `{name!role}`.
private struct RichPlace: Sendable {
  let name: String
  let role: String?

  init?(_ rest: inout Substring) {
    guard rest.first == "{", let close = rest.firstIndex(of: "}") else { return nil }
    let parts = rest[rest.index(after: rest.startIndex)..<close].split(separator: "!", maxSplits: 1)
    guard let name = parts.first else { return nil }
    self.name = String(name)
    role = parts.count > 1 ? String(parts[1]) : nil
    rest = rest[rest.index(after: close)...]
  }

  func write(_ values: KeyValuePairs<String, String>, to bytes: inout [UInt8]) {
    guard let value = values.first(where: { $0.key == name })?.value else {
      return bytes.appendEscaped("{\(name)\(role.map { "!" + $0 } ?? "")}")
    }
    guard let role else { return bytes.appendEscaped(value) }
    bytes.append("<span class=\"key k-")
    bytes.appendEscaped(role)
    bytes.append("\">")
    bytes.appendEscaped(value)
    bytes.append("</span>")
  }
}

/// `[words](term:id)` or `[words](page:address)`.
struct RichLink: Sendable {
  enum Kind: String { case term, page }

  let words: Phrase
  let kind: Kind
  let target: String

  init?(_ rest: inout Substring) {
    guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
    let after = rest.index(after: close)
    guard after < rest.endIndex, rest[after] == "(", let end = rest[after...].firstIndex(of: ")") else { return nil }
    let parts = rest[rest.index(after: after)..<end].split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.kind = kind
    words = Phrase(String(rest[rest.index(after: rest.startIndex)..<close]))
    target = String(parts[1])
    rest = rest[rest.index(after: end)...]
  }
}
