/// The list that may end a heading, as in `## AI Session {#session .term}`.
struct HeadingAttributes: Equatable {
  var id: String?
  var classes: [String] = []
}

extension HeadingAttributes {
  /// Takes the list off the heading's last text, if there is one.
  init(takenFrom heading: Node) {
    self.init()
    guard let last = heading.lastChild, last.kind == .text else { return }
    let text = String(decoding: last.literal, as: UTF8.self)
    guard let (rest, attributes) = Self.split(text) else { return }
    self = attributes
    last.setLiteral(rest)
  }

  /// Splits off a list at the end of a text; nil if there is none, or if anything in it is neither `#id` nor `.class`.
  static func split(_ text: String) -> (rest: String, attributes: HeadingAttributes)? {
    guard text.last == "}", let brace = text.lastIndex(of: "{") else { return nil }
    let rest = text[..<brace]
    guard rest.isEmpty || rest.last == " " else { return nil }
    let items = text[text.index(after: brace)...].dropLast().split(separator: " ")
    guard !items.isEmpty, let attributes = HeadingAttributes(items: items) else { return nil }
    let end = rest.lastIndex { $0 != " " }.map { rest.index(after: $0) } ?? rest.startIndex
    return (String(rest[..<end]), attributes)
  }

  private init?(items: [Substring]) {
    for item in items {
      let name = String(item.dropFirst())
      guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return nil }
      switch item.first {
      case "#" where id == nil: id = name
      case ".": classes.append(name)
      default: return nil
      }
    }
  }
}

/// ASCII letters, digits and `_ - . :`.
private func isNameByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "_-.:".utf8.contains(byte)
}
