import Diagnostics
import YAML

/// Reads front matter strictly: an unknown key or a value of the wrong kind is an error with its place.
struct FrontMatterReader {
  private var errors: [Diagnostic] = []

  /// - Parameter text: what stands between the `---` lines; its first line is line 2 of the file.
  /// - Throws: all that is wrong with it.
  static func read(_ text: String, path: String) throws(Diagnostics) -> FrontMatter {
    var reader = FrontMatterReader()
    var matter = FrontMatter()
    if let root = try YAMLReader.read(text, path: path, firstLine: 2, called: "front matter") {
      reader.read(root, into: &matter)
    }
    if matter.title.isEmpty, reader.errors.isEmpty {
      reader.errors.append(
        .error("the page has no title", at: Place(path: path, line: 1), help: "begin it with `---`, `title: …`, `---`"))
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    return matter
  }
}

extension FrontMatterReader {
  private mutating func read(_ root: YAMLNode, into matter: inout FrontMatter) {
    guard let entries = root.entries else {
      if root.text?.isEmpty != true { mistake("expected `key: value` lines", root) }
      return
    }
    for (key, value) in entries { read(key, value, into: &matter) }
  }

  private mutating func read(_ key: YAMLNode, _ value: YAMLNode, into matter: inout FrontMatter) {
    let name = key.text ?? ""
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
    default: errors.append(.unknownKey(name, among: FrontMatter.keys, at: key.place))
    }
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    mistake("expected some text", node)
    return nil
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
