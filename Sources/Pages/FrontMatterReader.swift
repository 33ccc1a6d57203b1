import Diagnostics
import YAML

/// Reads front matter strictly: an unknown key or a value of the wrong kind is an error with its place.
struct FrontMatterReader {
  private let lines: [String]
  private var errors: [Diagnostic] = []

  private init(lines: [String]) { self.lines = lines }

  /// - Parameter text: what stands between the `---` lines; its first line is line 2 of the file.
  /// - Throws: all that is wrong with it.
  static func read(_ text: String, path: String) throws(Diagnostics) -> FrontMatter {
    var reader = FrontMatterReader(
      lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
    var matter = FrontMatter()
    if let root = try root(text, path: path) { reader.read(root, into: &matter) }
    if matter.title.isEmpty, reader.errors.isEmpty {
      reader.errors.append(
        .error("the page has no title", at: Place(path: path, line: 1), help: "begin it with `---`, `title: …`, `---`"))
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    return matter
  }
}

extension FrontMatterReader {
  private static func root(_ text: String, path: String) throws(Diagnostics) -> YAMLNode? {
    do throws(Diagnostics) {
      return try YAMLReader.read(text, path: path, firstLine: 2, called: "front matter")
    } catch {
      throw Diagnostics(error.all.map(hinted))
    }
  }

  /// Two things that authors write and YAML takes for its own signs.
  private static func hinted(_ error: Diagnostic) -> Diagnostic {
    var error = error
    let line = error.place?.text?.trimmed ?? ""
    if line.contains("{{") {
      error.help = "put a value with `{{ … }}` into quotes"
    } else if line.hasPrefix("for:") {
      error.help = "write the statement below `for: |`, indented"
    }
    return error
  }

  private mutating func read(_ root: YAMLNode, into matter: inout FrontMatter) {
    guard let entries = root.entries else {
      if root.text?.isEmpty != true { mistake("expected `key: value` lines", root) }
      return
    }
    for (key, value) in entries { read(key, value, into: &matter) }
    if matter.index != nil, matter.query == nil, let key = entries.first(where: { $0.key.text == "index" })?.key {
      errors.append(
        .error(
          "`index` is the title of a list of pages, and this file makes no list", at: key.place,
          help: "say what it is made for: `for: select …`"))
    }
  }

  private mutating func read(_ key: YAMLNode, _ value: YAMLNode, into matter: inout FrontMatter) {
    let name = key.text ?? ""
    switch name {
    case "title": matter.title = live(value) ?? matter.title
    case "about": matter.about = live(value)
    case "lede": matter.lede = live(value)
    case "label": matter.label = text(value)
    case "address": matter.address = address(value)
    case "nav": matter.nav = number(value)
    case "months": matter.months = flag(value) ?? false
    case "safe": matter.isSafe = flag(value) ?? false
    case "layout": matter.layout = choice(value) ?? .prose
    case "audience": matter.audiences = names(value)
    case "for": readSubject(value, into: &matter)
    case "index": matter.index = live(value)
    default: errors.append(.unknownKey(name, among: FrontMatter.keys, at: key.place))
    }
  }

  /// One name, or a list of them.
  private mutating func names(_ node: YAMLNode) -> [String] { (node.items ?? [node]).compactMap { text($0) } }

  private mutating func text(_ node: YAMLNode) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    var error = node.mistake("expected some text")
    if node.entries != nil { error = FrontMatterReader.hinted(error) }
    errors.append(error)
    return nil
  }

  private mutating func live(_ node: YAMLNode) -> LiveText? {
    guard text(node) != nil, let written = WrittenText(node, lines: lines) else { return nil }
    do throws(Diagnostics) {
      return try written.live()
    } catch {
      errors += error.all
      return nil
    }
  }

  private mutating func readSubject(_ node: YAMLNode, into matter: inout FrontMatter) {
    if let written = WrittenText(node, lines: lines), written.text.isStatement {
      matter.query = FrontMatter.Query(sql: written.text, written: written)
    } else if let subject = node.text.flatMap(FrontMatter.Subject.init(rawValue:)) {
      matter.subject = subject
    } else {
      let subjects = FrontMatter.Subject.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      mistake("expected one of \(subjects), or a query that begins with `select` or `with`", node)
    }
  }

  /// An address stays inside the site and is an HTML file.
  private mutating func address(_ node: YAMLNode) -> String? {
    guard let address = text(node) else { return nil }
    let steps = address.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && !"\\?#%:\"<>".unicodeScalars.contains($0) }
    if isPlain, address.hasSuffix(".html"), !steps.contains(where: { ["", ".", "..", ".html"].contains($0) }) {
      return address
    }
    mistake("expected an address below the site's root that ends with `.html`", node)
    return nil
  }

  private mutating func number(_ node: YAMLNode) -> Int? {
    if let number = node.number { return number }
    mistake("expected a whole number", node)
    return nil
  }

  private mutating func flag(_ node: YAMLNode) -> Bool? {
    if let flag = node.flag { return flag }
    mistake("expected true or false", node)
    return nil
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode) -> Value? {
    if let value = node.text.flatMap(Value.init(rawValue:)) { return value }
    mistake("expected one of \(Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))", node)
    return nil
  }

  private mutating func mistake(_ expected: String, _ node: YAMLNode) { errors.append(node.mistake(expected)) }
}

extension String {
  /// Whether it begins as a query does.
  fileprivate var isStatement: Bool {
    let word = trimmed.prefix { $0.isLetter || $0.isNumber || $0 == "_" }.lowercased()
    return word == "select" || word == "with"
  }
}
