import CommonMark
import Diagnostics

/// Parses one page: front matter, then Markdown whose fences of known kinds become blocks.
struct PageParser {
  let path: String
  /// The path below `Content/`.
  let name: String
  var partials = Partials()

  /// - Parameter address: where a copy of the page stands, if not at its own address.
  func parse(_ bytes: [UInt8], at address: String? = nil) throws(Diagnostics) -> Page {
    let text = MarkdownFile(bytes)
    let front = try FrontMatterReader.read(text.matter, path: path)
    let own = front.address ?? String(name.dropLast(3)) + ".html"
    let links = PageLinks(writtenFor: own, at: address ?? own)
    let document = Document(text.body, path: path, firstLine: text.firstLine, linkTarget: links.target)
    let blocks = PageBlocks(document, partials: partials, links: links)
    let pieces = PiecesBuilder(blocks.entries, links: links)
    let errors = pieces.errors + blocks.errors
    if !errors.isEmpty { throw Diagnostics(errors) }
    return Page(
      path: path, name: name, address: own, front: front, pieces: pieces.pieces, source: bytes, partials: partials,
      hasLinks: blocks.hasLinks)
  }
}

extension Page {
  /// The page as it is written at another address: its links lead where they lead from its own.
  public func copied(to address: String) throws(Diagnostics) -> Page {
    hasLinks ? try PageParser(path: path, name: name, partials: partials).parse(source, at: address) : self
  }
}
