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

/// Addresses that data may name: pages of this site, and https. Everything else is plain text.
enum SafeAddress {
  /// - Returns: as seen from the page; nil for what is no safe address.
  static func href(_ text: String, links: Links) -> String? {
    if isSecure(text) { return text }
    return isOurs(text) ? links.address(text) : nil
  }

  /// `timelines/ab/abc.html#s-abc`: folders, a page, an anchor; no folder above, no host.
  static func isOurs(_ text: String) -> Bool {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].hasSuffix(".html"), parts.count < 2 || parts[1].utf8.allSatisfy(isName) else { return false }
    return parts[0].split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && part.utf8.allSatisfy { isName($0) || $0 == UInt8(ascii: ".") }
    }
  }

  static func isSecure(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), let first = text.utf8.dropFirst(8).first, isName(first) else { return false }
    let host = text.utf8.dropFirst(8).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{}|".utf8.contains($0) }
      && host.allSatisfy { isName($0) || ".:#".utf8.contains($0) }
  }

  /// A value for a part of an address (RFC 3986, 2.1): everything but letters, digits and `- . _ ~` as `%XX`.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isName(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
