import Ccmark

/// A Markdown text as libcmark parsed it. The only file that speaks to libcmark: a tree lives for the time of one
/// closure, so no node outlives it.
enum SyntaxTree {
  static func parse<Result>(_ text: UnsafeBufferPointer<UInt8>, _ body: (Node) -> Result) -> Result {
    let document = withChars(of: text) { cmark_parse_document($0, text.count, CMARK_OPT_VALIDATE_UTF8) }
    guard let document else { preconditionFailure("libcmark is out of memory") }
    defer { cmark_node_free(document) }
    return body(Node(pointer: document))
  }

  /// libcmark takes no nil, which is where an empty buffer may point to.
  private static func withChars<Result>(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    guard let base = text.baseAddress else { return body("") }
    return base.withMemoryRebound(to: CChar.self, capacity: text.count, body)
  }
}

/// A node of a tree: good inside the closure that was given the tree.
struct Node: Equatable {
  fileprivate let pointer: OpaquePointer

  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, other
  }
}

extension Node {
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  /// The text of a leaf: of text, code, a code block or raw HTML.
  var literal: UnsafeBufferPointer<UInt8> { buffer(cmark_node_get_literal(pointer)) }
  /// What stands behind the opening fence, entities and escapes undone.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  var destination: String { string(cmark_node_get_url(pointer)) }
  var title: String { string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  /// The first number of an ordered list, nil for a bullet list.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }
  /// From 1. Inside a paragraph it may lie above the truth, after code or a link that runs over lines.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// Whether this is a paragraph that stands in its list item without `<p>`.
  var isInTightList: Bool {
    guard let list = cmark_node_parent(cmark_node_parent(pointer)) else { return false }
    return cmark_node_get_list_tight(list) != 0
  }

  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }

  var children: [Node] {
    Array(
      sequence(first: cmark_node_first_child(pointer)) { cmark_node_next($0) }.lazy.compactMap { $0 }.map(Node.init))
  }

  /// Replaces the text of a leaf.
  func setLiteral(_ text: String) { cmark_node_set_literal(pointer, text) }
  func setFenceInfo(_ text: String) { cmark_node_set_fence_info(pointer, text) }
  func setDestination(_ text: String) { cmark_node_set_url(pointer, text) }
  func setTitle(_ text: String) { cmark_node_set_title(pointer, text) }

  /// Visits this node and all below it in the order of reading; those that may hold others a second time behind them.
  func walk(_ visit: (_ node: Node, _ isEntering: Bool) -> Void) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(Node(pointer: node), event == CMARK_EVENT_ENTER)
    }
  }
}

extension Node {
  private func buffer(_ chars: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let chars else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(chars).assumingMemoryBound(to: UInt8.self), count: strlen(chars))
  }

  private func string(_ chars: UnsafePointer<CChar>?) -> String { String(decoding: buffer(chars), as: UTF8.self) }
}
