import HTML

/// What an author's page may do: link within the site, to the web, to addresses and telephones; show images of the
/// site itself; no raw HTML.
struct AuthoredPolicy: MarkupPolicy {
  let firstLine: Int
  let lines: SourceLines
  let linkTarget: (Document.Link) -> LinkTarget?
  private(set) var links: [Document.Link] = []
  private(set) var droppedHTML: [Int] = []
  /// The line of the table cell that is being rendered, whose nodes count lines of their own.
  var cellLine: Int?

  init(lines: SourceLines, firstLine: Int, linkTarget: @escaping (Document.Link) -> LinkTarget?) {
    self.lines = lines
    self.firstLine = firstLine
    self.linkTarget = linkTarget
  }
}

extension AuthoredPolicy {
  var showsHTML: Bool { false }
  var linkAttributes: StaticString { "" }
  var namesLanguages: Bool { true }

  mutating func target(ofLink node: Node) -> LinkTarget? {
    let link = Document.Link(kind: .link, destination: node.destination, line: line(of: node))
    links.append(link)
    let target = linkTarget(link) ?? LinkTarget(link.destination)
    return Destination(target.destination).isLinkable ? target : nil
  }

  mutating func source(ofImage node: Node) -> String? {
    let image = Document.Link(kind: .image, destination: node.destination, line: line(of: node))
    links.append(image)
    let destination = linkTarget(image)?.destination ?? image.destination
    return Destination(destination).isRemote || destination.isEmpty ? nil : destination
  }

  mutating func openHeading(_ node: Node, in output: inout [UInt8]) {
    let attributes = HeadingAttributes(takenFrom: node)
    output.append("<h")
    output.append(decimal: node.headingLevel)
    for (opening, value) in [(" id=\"", attributes.id ?? ""), (" class=\"", attributes.classes.joined(separator: " "))]
    where !value.isEmpty {
      output += Array(opening.utf8)
      output.appendEscaped(value)
      output.append("\"")
    }
    output.append(">")
  }

  func closeHeading(_ node: Node, in output: inout [UInt8]) {
    output.append("</h")
    output.append(decimal: node.headingLevel)
    output.append(">\n")
  }

  mutating func dropHTML(_ node: Node) {
    if !node.literal.starts(with: "<!--".utf8) { droppedHTML.append(line(of: node)) }
  }
}

extension AuthoredPolicy {
  /// libcmark's line, or the first one from there on in the same block that names the destination: behind code or a
  /// link that runs over lines, libcmark counts too few.
  private func line(of node: Node) -> Int {
    if let cellLine { return firstLine - 1 + cellLine }
    let destination = node.destination
    let last = max(node.line, node.block.endLine)
    let found = destination.isEmpty ? nil : (node.line...last).first { lines.text($0).contains(destination) }
    return firstLine - 1 + (found ?? node.line)
  }
}

extension Node {
  /// The block that an inline node is in.
  fileprivate var block: Node {
    var node = self
    while let parent = node.parent, [.emphasis, .strong, .link, .image, .text].contains(node.kind) { node = parent }
    return node
  }
}
