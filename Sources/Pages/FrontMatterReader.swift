import Diagnostics
import Yams

/// Reads front matter strictly: an unknown key or a value of the wrong kind is an error with its place.
struct FrontMatterReader {
  private let path: String
  private let lines: [Substring]
  private var errors: [Diagnostic] = []

  /// - Parameter text: what stands between the `---` lines; its first line is line 2 of the file.
  /// - Throws: all that is wrong with it.
  static func read(_ text: String, path: String) throws(Diagnostics) -> FrontMatter {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var reader = FrontMatterReader(path: path, lines: lines)
    var matter = FrontMatter()
    do {
      if let root = try Yams.compose(yaml: text) { reader.read(root, into: &matter) }
    } catch {
      reader.errors.append(reader.diagnostic(error))
    }
    if matter.title.isEmpty, reader.errors.isEmpty {
      reader.errors.append(
        .error("the page has no title", at: Place(path: path, line: 1), help: "begin it with `---`, `title: …`, `---`"))
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    return matter
  }

  private init(path: String, lines: [Substring]) {
    self.path = path
    self.lines = lines
  }
}

extension FrontMatterReader {
  private mutating func read(_ root: Node, into matter: inout FrontMatter) {
    guard case .mapping(let mapping) = root else {
      if root.scalar?.string.isEmpty != true { mistake("expected `key: value` lines", root) }
      return
    }
    for (key, value) in mapping { read(key, value, into: &matter) }
  }

  private mutating func read(_ key: Node, _ value: Node, into matter: inout FrontMatter) {
    let name = key.scalar?.string ?? ""
    switch name {
    case "title": matter.title = text(value) ?? matter.title
    case "about": matter.about = text(value)
    case "lede": matter.lede = text(value)
    case "label": matter.label = text(value)
    case "address": matter.address = address(value)
    case "nav": matter.nav = number(value)
    case "months": matter.months = flag(value) ?? false
    case "layout": matter.layout = choice(value) ?? .prose
    case "for": matter.subject = choice(value)
    default: errors.append(.unknownKey(name, among: FrontMatter.keys, at: place(key.mark)))
    }
  }

  private mutating func text(_ node: Node) -> String? {
    if let text = node.scalar?.string, !text.isEmpty { return text }
    mistake("expected some text", node)
    return nil
  }

  /// An address stays inside the site and is an HTML file.
  private mutating func address(_ node: Node) -> String? {
    guard let address = text(node) else { return nil }
    let steps = address.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && !"\\?#%:\"<>".unicodeScalars.contains($0) }
    if isPlain, address.hasSuffix(".html"), !steps.contains(where: { ["", ".", "..", ".html"].contains($0) }) {
      return address
    }
    mistake("expected an address below the site's root that ends with `.html`", node)
    return nil
  }

  private mutating func number(_ node: Node) -> Int? {
    if let number = node.int { return number }
    mistake("expected a whole number", node)
    return nil
  }

  private mutating func flag(_ node: Node) -> Bool? {
    if let flag = node.bool { return flag }
    mistake("expected true or false", node)
    return nil
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(_ node: Node) -> Value? {
    if let value = node.scalar.flatMap({ Value(rawValue: $0.string) }) { return value }
    mistake("expected one of \(Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))", node)
    return nil
  }
}

extension FrontMatterReader {
  private mutating func mistake(_ summary: String, _ node: Node) {
    let found =
      switch node {
      case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string)`"
      case .mapping: "`key: value` lines"
      case .sequence: "a list"
      case .alias: "an alias"
      }
    errors.append(.error("\(summary), found \(found)", at: place(node.mark)))
  }

  private func place(_ mark: Mark?) -> Place {
    let text = mark.flatMap { lines.indices.contains($0.line - 1) ? String(lines[$0.line - 1]) : nil }
    return Place(path: path, line: mark.map { $0.line + 1 }, column: mark?.column, text: text)
  }

  private func diagnostic(_ error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error("unreadable front matter: \(problem)", at: place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      .error("a key stands twice: \(keys.map { "`\($0)`" }.joined(separator: ", "))", at: place(context.mark))
    case let other: .error("unreadable front matter\(other.map { ": \($0)" } ?? "")", at: Place(path: path, line: 2))
    }
  }
}
