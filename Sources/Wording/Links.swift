import HTML

/// How a page reaches others: by relative addresses only, so that the same bytes work by double-click, in a
/// sub-folder of a server and in an archive.
public struct Links: Sendable {
  /// From the page to the site's root: empty, `../` or `../../`.
  public let root: String
  /// Definitions by term, for hints.
  let hints: [String: String]

  /// - Parameter page: the page's address below the root, e.g. `timelines/ab/abcdefghijkl.html`.
  public init(from page: String, hints: [String: String]) {
    root = String(repeating: "../", count: page.utf8.count { $0 == UInt8(ascii: "/") })
    self.hints = hints
  }

  /// The address of a page of the site, seen from this one.
  public func address(_ page: String) -> String { root + page }

  /// The address of a term's entry.
  public func term(_ id: String) -> String { root + "faq.html#" + id }

  /// A term's definition, for `title`.
  public func hint(_ id: String) -> String { hints[id] ?? "" }
}

extension Links {
  func write(_ link: RichLink, _ values: KeyValuePairs<String, String>, to bytes: inout [UInt8]) {
    let isTerm = link.kind == .term
    bytes.append("<a href=\"")
    bytes.appendEscaped(root)
    if isTerm { bytes.append("faq.html#") }
    bytes.appendEscaped(link.target)
    if isTerm {
      bytes.append("\" class=\"term\" title=\"")
      bytes.appendEscaped(hint(link.target))
    }
    bytes.append("\">")
    bytes.appendEscaped(link.words(values))
    bytes.append("</a>")
  }
}
