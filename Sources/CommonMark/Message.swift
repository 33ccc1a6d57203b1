import HTML

/// Appends a message that an AI wrote in Markdown.
///
/// It may only look like itself: links lead to http, https and mailto and say that nobody vouches for them, other
/// links and images leave their text, raw HTML is shown as the text it is, and headings become bold paragraphs, so
/// that the page's order of headings holds. A message longer than 100 kB, or nested deeper than anybody writes, is
/// rendered as plain text.
public func renderMessage(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
  if let prose = Prose(text) { return prose.render(into: &output) }
  let lines = SourceLines(text)
  guard text.count <= messageLimit, !lines.isNestedTooDeeply else { return renderPlain(text, into: &output) }
  renderMarkdown(text, lines, into: &output)
}

/// The same without the shortcut for prose and without bounds.
func renderMarkdown(_ text: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, into output: inout [UInt8]) {
  SyntaxTree.parse(text) { root in
    let nodes = root.children
    let tables = text.contains(UInt8(ascii: "|")) ? PipeTable.find(in: nodes, lines) : []
    var renderer = TreeRenderer(policy: MessagePolicy())
    var rendered = TableRenderer(tables.map(\.table), source: text, label: nil)
      .render(policy: &renderer.policy) { _, _, _ in }.makeIterator()
    let places = Set(tables.map(\.index))
    renderer.begin = output.count
    swap(&renderer.output, &output)
    for (index, node) in nodes.enumerated() {
      if places.contains(index), let table = rendered.next() {
        renderer.output.append(table)
      } else {
        renderer.render(node)
      }
    }
    swap(&renderer.output, &output)
  }
}

/// In bytes. Longer answers than this are logs, not prose.
private let messageLimit = 100_000

/// What a message may do.
struct MessagePolicy: MarkupPolicy {
  var showsHTML: Bool { true }
  var linkAttributes: StaticString { " rel=\"nofollow noopener noreferrer ugc\"" }
  var namesLanguages: Bool { false }

  func target(ofLink node: Node) -> LinkTarget? {
    let destination = Destination(node.destination)
    return destination.isLinkableFromMessage ? LinkTarget(destination.text) : nil
  }

  func source(ofImage node: Node) -> String? { nil }

  func openHeading(_ node: Node, in output: inout [UInt8]) { output.append("<p><strong>") }

  func closeHeading(_ node: Node, in output: inout [UInt8]) { output.append("</strong></p>\n") }

  func dropHTML(_ node: Node) {}
}

extension SourceLines {
  /// Whether a line opens so many quotes and lists at once that libcmark, which walks through all of them again for
  /// each further line, would take seconds.
  var isNestedTooDeeply: Bool { contains { $0.count > 100 && containerPrefix($0) > 100 } }
}

/// How many bytes of blanks and marks a line begins with, up to the last mark that opens a quote or a list item.
private func containerPrefix(_ line: UnsafeBufferPointer<UInt8>) -> Int {
  var end = 0
  for (index, byte) in line.enumerated() {
    let isBeforeBlank = index + 1 < line.count && isBlank(line[index + 1])
    switch byte {
    case UInt8(ascii: ">"): end = index + 1
    case _ where "-+*.)".utf8.contains(byte): if isBeforeBlank { end = index + 1 }
    case _ where isBlank(byte) || (0x30...0x39).contains(byte): break
    default: return end
    }
  }
  return end
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
