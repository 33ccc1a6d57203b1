import Diagnostics
import HTML
import SQL
import Wording
import YAML

/// Where a column's cells lead: to the address in another column, or to one made of columns.
enum FigureLink: Sendable, Equatable {
  case column(String)
  /// Texts and the columns after each: `https://example.com/orders/`, `order`, …
  case template([Part])

  struct Part: Sendable, Equatable {
    var text: String
    var column: String?
  }
}

extension FigureReader {
  /// `COLUMN`, or `https://example.com/{COLUMN}`.
  mutating func link(_ node: YAMLNode, _ source: FigureSource) -> FigureLink? {
    guard let text = text(node, "expected a column or an address") else { return nil }
    guard text.contains(":") || text.contains("/") else { return column(node, of: source).map { .column($0) } }
    guard text.hasPrefix("https://") else {
      fail(node.mistake("expected a column, or an address that begins with `https://`"))
      return nil
    }
    var parts: [FigureLink.Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard source.columns.contains(name) else {
        fail(.unknownKey(name, among: source.columns, at: node.place, kind: "column"))
        return nil
      }
      parts.append(.init(text: String(rest[..<open]), column: name))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.init(text: String(rest)))
    return hostIsWritten(parts, node) ? .template(parts) : nil
  }

  /// A value of the data never decides to which host a link leads.
  private mutating func hostIsWritten(_ parts: [FigureLink.Part], _ node: YAMLNode) -> Bool {
    let first = parts[0]
    if first.column == nil || first.text.dropFirst("https://".count).contains("/") { return true }
    fail(node.mistake("expected the whole host before the first column"))
    return false
  }
}
