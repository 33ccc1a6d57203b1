import Diagnostics
import HTML

/// The live numbers of a page on their way through libcmark. Before it parses, each gives way to a stand-in that
/// Markdown takes for a word, so that nothing inside the braces is markup, a table's bar or a link. In the tree, those
/// in code and destinations become what was written again; the others come out in the markup, which is cut there.
final class LiveNumbers {
  /// The page with stand-ins. It has the lines of the page.
  let text: [UInt8]
  private let standIns: StandIns
  /// By the number of the stand-in, since a table's cells are also in the paragraph that it is made from.
  private var mistakes: [Int: Diagnostic] = [:]

  /// - Returns: nil if there are none, not even braces.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ lines: SourceLines, path: String, firstLine: Int) {
    guard source.holdsBraces else { return nil }
    var standIns = StandIns(path: path)
    var text: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      standIns.replace(line, line: firstLine + index, into: &text)
    }
    self.text = text
    self.standIns = standIns
  }
}

extension LiveNumbers {
  /// What is wrong with them, in the order of the page.
  var errors: [Diagnostic] { mistakes.sorted { $0.key < $1.key }.map(\.value) }

  /// Puts back what was written wherever a number cannot be filled in, below a node of the tree.
  func settle(_ node: Node) {
    var images = 0
    node.walk { node, isEntering in
      if node.kind == .image { images += isEntering ? 1 : -1 }
      if isEntering { settle(node, isInImage: images > 0) }
    }
  }

  /// Markup made from the tree, cut at its numbers.
  func cut(_ markup: Markup) -> LiveMarkup {
    let stretches = standIns.stretches(of: markup.bytes)
    guard stretches.count > 1 || stretches[0].number != nil else { return LiveMarkup(markup) }
    return LiveMarkup(
      parts: stretches.map { stretch in
        stretch.number.map { .live(standIns[$0]) } ?? .words(Markup(trusted: Array(stretch.bytes)))
      })
  }

  /// A text of the tree without its numbers, nor a blank more for one.
  func without(_ text: String) -> String {
    let stretches = standIns.stretches(of: Array(text.utf8))
    guard stretches.contains(where: { $0.number != nil }) else { return text }
    let words = stretches.flatMap { $0.number == nil ? Array($0.bytes) : [] }
    return String(decoding: words, as: UTF8.self).split(separator: " ").joined(separator: " ")
  }
}

extension LiveNumbers {
  private func settle(_ node: Node, isInImage: Bool) {
    switch node.kind {
    case .text:
      guard isInImage else { return check(node.literal) }
      refuse(node.literal, in: "an image's description")
      restore(node)
    case .code, .codeBlock, .htmlBlock, .htmlInline:
      restore(node)
      if node.kind == .codeBlock, let info = standIns.restored(node.fenceInfo) { node.setFenceInfo(info) }
    case .link, .image: settle(link: node)
    default: break
    }
  }

  private func settle(link node: Node) {
    for child in node.children where child.isAutolink { restore(child) }
    if let destination = standIns.restored(node.destination) { node.setDestination(destination) }
    guard let title = standIns.restored(node.title) else { return }
    refuse(Array(node.title.utf8), in: "a link's title")
    node.setTitle(title)
  }

  private func restore(_ node: Node) {
    if let text = standIns.restored(String(decoding: node.literal, as: UTF8.self)) { node.setLiteral(text) }
  }

  private func check(_ text: some Collection<UInt8>) {
    for number in standIns.numbers(in: text) where standIns[number].text.isEmpty {
      let place = standIns[number].place
      mistakes[number] = standIns.isClosed(number) ? .emptyLive(at: place) : .unclosedLive(at: place)
    }
  }

  private func refuse(_ text: some Collection<UInt8>, in what: String) {
    for number in standIns.numbers(in: text) {
      mistakes[number] = .misplacedLive(in: what, at: standIns[number].place)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var holdsBraces: Bool {
    var previous: UInt8 = 0
    for byte in self {
      if byte == UInt8(ascii: "{"), previous == byte { return true }
      previous = byte
    }
    return false
  }
}

extension Node {
  /// Whether this is the text of a link that is written out: `<https://…>`.
  fileprivate var isAutolink: Bool {
    guard kind == .text, let parent, parent.kind == .link, parent.children.count == 1 else { return false }
    let text = String(decoding: literal, as: UTF8.self)
    return text == parent.destination || "mailto:" + text == parent.destination
  }
}
