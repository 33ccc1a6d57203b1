import HTML

/// Writes a syntax tree as HTML5: one pass over the nodes, no recursion, so that deep nesting costs no stack.
struct TreeRenderer<Policy: MarkupPolicy> {
  var policy: Policy
  var output: [UInt8] = []
  /// How much of the output is not this tree's: no line is ended there.
  var begin = 0
  /// Whether each open link got its tags.
  private var links: [Bool] = []
  /// How many images are open; inside one, only text is written.
  private var images = 0
  private var hasImageTag = false

  init(policy: Policy) { self.policy = policy }
}

extension TreeRenderer {
  mutating func render(_ node: Node) {
    node.walk { visit($0, isEntering: $1) }
  }

  /// Renders what stands inside a node, without the node's own tags.
  mutating func renderInside(_ node: Node) {
    node.walk { inner, isEntering in
      if inner != node { visit(inner, isEntering: isEntering) }
    }
  }
}

extension TreeRenderer {
  private mutating func visit(_ node: Node, isEntering: Bool) {
    if images > 0 { return visitInsideImage(node, isEntering: isEntering) }
    switch node.kind {
    case .document, .other: break
    case .blockQuote: isEntering ? addLine("<blockquote>\n") : addLine("</blockquote>\n")
    case .list: isEntering ? openList(node) : addLine(node.listStart == nil ? "</ul>\n" : "</ol>\n")
    case .item: isEntering ? addLine("<li>") : output.append("</li>\n")
    case .codeBlock: addCodeBlock(node)
    case .htmlBlock: addHTMLBlock(node)
    case .paragraph: visitParagraph(node, isEntering: isEntering)
    case .heading: visitHeading(node, isEntering: isEntering)
    case .thematicBreak: addLine("<hr>\n")
    case .text: output.appendEscapedDroppingControls(node.literal)
    case .softBreak: output.append("\n")
    case .lineBreak: output.append("<br>\n")
    case .code: addCode(node)
    case .htmlInline: addHTMLInline(node)
    case .emphasis: output.append(isEntering ? "<em>" : "</em>")
    case .strong: output.append(isEntering ? "<strong>" : "</strong>")
    case .link: isEntering ? openLink(node) : closeLink()
    case .image: openImage(node)
    }
  }

  private mutating func visitParagraph(_ node: Node, isEntering: Bool) {
    if node.isInTightList { return }
    isEntering ? addLine("<p>") : output.append("</p>\n")
  }

  private mutating func visitHeading(_ node: Node, isEntering: Bool) {
    if isEntering {
      startLine()
      policy.openHeading(node, in: &output)
    } else {
      policy.closeHeading(node, in: &output)
    }
  }

  private mutating func addLine(_ tag: StaticString) {
    startLine()
    output.append(tag)
  }

  private mutating func startLine() {
    if output.count > begin, output.last != UInt8(ascii: "\n") { output.append("\n") }
  }

  private mutating func openList(_ node: Node) {
    startLine()
    guard let start = node.listStart else { return output.append("<ul>\n") }
    output.append("<ol")
    if start != 1 {
      output.append(" start=\"")
      output.append(decimal: start)
      output.append("\"")
    }
    output.append(">\n")
  }
}

extension TreeRenderer {
  private mutating func addCodeBlock(_ node: Node) {
    startLine()
    let info = policy.namesLanguages ? node.fenceInfo : ""
    CodeRenderer.render(info: info, body: node.literal, into: &output)
  }

  private mutating func addCode(_ node: Node) {
    output.append("<code>")
    output.appendEscapedDroppingControls(node.literal)
    output.append("</code>")
  }

  private mutating func addHTMLBlock(_ node: Node) {
    policy.dropHTML(node)
    guard policy.showsHTML else { return }
    startLine()
    renderPlain(node.literal, into: &output)
  }

  private mutating func addHTMLInline(_ node: Node) {
    policy.dropHTML(node)
    if policy.showsHTML { output.appendEscapedDroppingControls(node.literal) }
  }

  private mutating func openLink(_ node: Node) {
    let target = policy.target(ofLink: node)
    links.append(target != nil)
    guard let target else { return }
    output.append("<a")
    addAttribute(" class=\"", target.className ?? "")
    output.append(" href=\"")
    Destination(target.destination).append(to: &output)
    output.append("\"")
    output.append(policy.linkAttributes)
    addAttribute(" title=\"", target.title ?? node.title)
    output.append(">")
  }

  private mutating func closeLink() {
    if links.popLast() == true { output.append("</a>") }
  }

  private mutating func addAttribute(_ opening: StaticString, _ value: String) {
    if value.isEmpty { return }
    output.append(opening)
    var value = value
    value.withUTF8 { output.appendEscapedDroppingControls($0) }
    output.append("\"")
  }
}

extension TreeRenderer {
  private mutating func openImage(_ node: Node) {
    images = 1
    let source = policy.source(ofImage: node)
    hasImageTag = source != nil
    guard let source else { return }
    output.append("<img src=\"")
    Destination(source).append(to: &output)
    output.append("\" alt=\"")
  }

  private mutating func visitInsideImage(_ node: Node, isEntering: Bool) {
    switch node.kind {
    case .text, .code: output.appendEscapedDroppingControls(node.literal)
    case .htmlInline: addHTMLInline(node)
    case .softBreak, .lineBreak: output.append(" ")
    case .image:
      images += isEntering ? 1 : -1
      if images == 0, hasImageTag { closeImage(node) }
    default: break
    }
  }

  private mutating func closeImage(_ node: Node) {
    output.append("\"")
    addAttribute(" title=\"", node.title)
    output.append(">")
  }
}
