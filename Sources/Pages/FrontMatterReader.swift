import Diagnostics
import Yams

/// Reads front matter strictly: an unknown key is an error with its place.
struct FrontMatterReader {
  private let path: String
  private var errors: [Diagnostic] = []

  /// - Parameter text: what stands between the `---` lines; its first line is line 2 of the file.
  static func read(_ text: String, path: String) throws(Diagnostics) -> FrontMatter {
    var reader = FrontMatterReader(path: path)
    var matter = FrontMatter()
    do {
      if case .mapping(let mapping)? = try Yams.compose(yaml: text) {
        for (key, value) in mapping { reader.read(key, value, into: &matter) }
      }
    } catch {
      reader.errors.append(.error("unreadable front matter: \(error)", at: Place(path: path, line: 1)))
    }
    if matter.title.isEmpty, reader.errors.isEmpty {
      reader.errors.append(
        .error("the page has no title", at: Place(path: path, line: 1), help: "begin it with `---`, `title: …`, `---`"))
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    return matter
  }

  private init(path: String) { self.path = path }

  private mutating func read(_ key: Node, _ value: Node, into matter: inout FrontMatter) {
    let name = key.scalar?.string ?? ""
    let text = value.scalar?.string ?? ""
    switch name {
    case "title": matter.title = text
    case "about": matter.about = text
    case "lede": matter.lede = text
    case "label": matter.label = text
    case "address": matter.address = text
    case "nav": matter.nav = number(value)
    case "months": matter.months = value.bool ?? false
    case "layout": matter.layout = choice(value) ?? .prose
    case "for": matter.subject = choice(value)
    default: errors.append(.unknownKey(name, among: FrontMatter.keys, at: place(key)))
    }
  }

  private mutating func number(_ node: Node) -> Int? {
    guard let number = node.int else {
      errors.append(.error("expected a whole number, found `\(node.scalar?.string ?? "")`", at: place(node)))
      return nil
    }
    return number
  }

  private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(_ node: Node) -> Value? {
    let text = node.scalar?.string ?? ""
    if let value = Value(rawValue: text) { return value }
    let known = Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    errors.append(.error("expected one of \(known), found `\(text)`", at: place(node)))
    return nil
  }

  private func place(_ node: Node) -> Place {
    Place(path: path, line: node.mark.map { $0.line + 1 }, column: node.mark?.column)
  }
}
