import Diagnostics
import HTML

/// A page's Markdown, taken apart into its top-level blocks.
///
///     let document = Document(bytes, path: "Content/faq.md") { destination in
///       terms[destination]  // "term:session" → "faq.html#session"
///     }
///
/// CommonMark 0.30 (https://spec.commonmark.org/0.30/) by libcmark, with tables written with pipes at the top level,
/// with attribute lists behind headings, and with live numbers (`{{ … }}`) in words but not in code. A live number is
/// read as a word. Raw HTML is dropped, remote images give way to their alternative text,
/// and links of schemes other than http, https, mailto and tel to theirs.
public struct Document: Sendable {
  public let path: String
  public let blocks: [Block]
  /// Every link and image as written, by line, resolved or not, rendered or not.
  public let links: [Link]
  /// The lines of raw HTML that was dropped, comments not counted.
  public let droppedHTML: [Int]
  /// Live numbers that are not closed or stand where none can.
  public let errors: [Diagnostic]
  private let source: [UInt8]
  private let firstLine: Int
}

extension Document {
  /// - Parameters:
  ///   - firstLine: the line in the file that `bytes` begin with, for a page with front matter.
  ///   - tableLabel: what a table is called for screen readers; further ones are numbered.
  ///   - resolveLink: replaces a destination; nil keeps it. A destination that begins with `term:` and is kept leaves
  ///     the link's text alone on the page, so the caller has to report it.
  public init(
    _ bytes: [UInt8], path: String, firstLine: Int = 1, tableLabel: String = "Table",
    resolveLink: @escaping (_ destination: String) -> String? = { _ in nil }
  ) {
    self.init(bytes, path: path, firstLine: firstLine, tableLabel: tableLabel) { (link: Link) in
      resolveLink(link.destination).map { LinkTarget($0) }
    }
  }

  /// The same, where a link gets a class or a title as well.
  public init(
    _ bytes: [UInt8], path: String, firstLine: Int = 1, tableLabel: String = "Table",
    linkTarget: @escaping (Link) -> LinkTarget?
  ) {
    self.path = path
    self.source = bytes
    self.firstLine = firstLine
    (blocks, links, droppedHTML, errors) = bytes.withUnsafeBufferPointer { text in
      let lines = SourceLines(text)
      let policy = AuthoredPolicy(lines: lines, firstLine: firstLine, linkTarget: linkTarget)
      let lives = LiveNumbers(text, lines, path: path, firstLine: firstLine)
      let (blocks, end) = (lives?.text ?? bytes).withUnsafeBufferPointer { text in
        SyntaxTree.parse(text) { root in
          var builder = BlockBuilder(root, text, lives: lives, policy: policy, tableLabel: tableLabel)
          return (builder.build(), builder.policy)
        }
      }
      let links = end.links.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      return (blocks, links.map(\.element), end.droppedHTML.sorted(), lives?.errors ?? [])
    }
  }

  /// The place of a line, counted in the file, for diagnostics.
  public func place(ofLine line: Int) -> Place {
    let text = source.withUnsafeBufferPointer { SourceLines($0).text(line - firstLine + 1) }
    return Place(path: path, line: line, text: text)
  }
}
