import HTML

/// Takes a page's syntax tree apart into blocks.
struct BlockBuilder {
  private(set) var policy: AuthoredPolicy
  private let nodes: [Node]
  private let tables: [Int: PipeTable]
  private let tableRenderer: TableRenderer
  private let lives: LiveNumbers?

  /// - Parameter source: what was parsed, with stand-ins for the live numbers.
  init(
    _ root: Node, _ source: UnsafeBufferPointer<UInt8>, lives: LiveNumbers?, policy: AuthoredPolicy, tableLabel: String
  ) {
    self.policy = policy
    self.lives = lives
    nodes = root.children
    let tables = PipeTable.find(in: nodes, lives == nil ? policy.lines : SourceLines(source))
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.index, $0.table) })
    tableRenderer = TableRenderer(tables.map(\.table), source: source, label: tableLabel)
  }
}

extension BlockBuilder {
  mutating func build() -> [Document.Block] {
    var rendered = tableRenderer.render(policy: &policy) { [lives] policy, line, cell in
      policy.cellLine = line
      lives?.settle(cell)
    }.makeIterator()
    policy.cellLine = nil
    var blocks: [Document.Block] = []
    for (index, node) in nodes.enumerated() {
      if tables[index] != nil, let table = rendered.next() {
        blocks.append(.html(words(table), line: line(of: node)))
      } else if let block = block(of: node) {
        blocks.append(block)
      }
    }
    return blocks
  }
}

extension BlockBuilder {
  private mutating func block(of node: Node) -> Document.Block? {
    lives?.settle(node)
    switch node.kind {
    case .heading: return heading(node)
    case .codeBlock where isFenced(node):
      return .fence(info: node.fenceInfo, body: unixText(node.literal), line: line(of: node))
    default:
      let markup = render { $0.render(node) }
      return markup.isEmpty ? nil : .html(words(markup), line: line(of: node))
    }
  }

  private mutating func heading(_ node: Node) -> Document.Block {
    let attributes = HeadingAttributes(takenFrom: node)
    let inline = render { $0.renderInside(node) }
    return .heading(
      level: node.headingLevel, inline: words(inline), plainText: lives?.without(node.plainText) ?? node.plainText,
      id: attributes.id, classes: attributes.classes, line: line(of: node))
  }

  private func words(_ markup: Markup) -> LiveMarkup { lives?.cut(markup) ?? LiveMarkup(markup) }

  private mutating func render(_ body: (inout TreeRenderer<AuthoredPolicy>) -> Void) -> Markup {
    var renderer = TreeRenderer(policy: policy)
    body(&renderer)
    policy = renderer.policy
    return Markup(trusted: renderer.output)
  }

  /// libcmark does not tell a fenced block from an indented one, but only the latter is indented by four columns.
  private func isFenced(_ node: Node) -> Bool {
    let mark = policy.lines[node.line].prefix(4).first { $0 != UInt8(ascii: " ") }
    return mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
  }

  private func unixText(_ literal: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: literal.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
  }

  private func line(of node: Node) -> Int { policy.firstLine - 1 + node.line }
}

extension PipeTable {
  /// The tables among top-level nodes, in order, with their index.
  static func find(in nodes: [Node], _ lines: SourceLines) -> [(index: Int, table: PipeTable)] {
    nodes.enumerated().compactMap { index, node in
      guard node.kind == .paragraph, node.line < node.endLine else { return nil }
      return PipeTable(lines, node.line...node.endLine).map { (index, $0) }
    }
  }
}

extension Node {
  /// The text below a node, without markup.
  fileprivate var plainText: String {
    var bytes: [UInt8] = []
    walk { node, isEntering in
      guard isEntering else { return }
      switch node.kind {
      case .text, .code: bytes += node.literal
      case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
