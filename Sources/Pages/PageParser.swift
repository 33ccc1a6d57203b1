import CommonMark
import Diagnostics
import HTML

/// Parses one page: front matter, then Markdown whose fences of known kinds become blocks.
struct PageParser {
  let path: String
  let name: String

  /// - Parameters:
  ///   - name: the path below `Content/`.
  ///   - address: where a copy of the page stands, if not at its own address.
  func parse(_ bytes: [UInt8], at address: String? = nil) throws(Diagnostics) -> Page {
    let (matter, body, firstLine) = split(bytes)
    let front = try FrontMatterReader.read(String(decoding: matter, as: UTF8.self), path: path)
    let own = front.address ?? String(name.dropLast(3)) + ".html"
    let links = PageLinks(writtenFor: own, at: address ?? own)
    let document = Document(Array(body), path: path, firstLine: firstLine + 1, linkTarget: links.target)
    let pieces = PiecesBuilder(document, links: links)
    let errors = pieces.errors + document.droppedHTML.map { rawHTML(document.place(ofLine: $0)) }
    if !errors.isEmpty { throw Diagnostics(errors) }
    return Page(
      path: path, name: name, address: own, front: front, pieces: pieces.pieces, source: bytes,
      hasLinks: !document.links.isEmpty)
  }

  private func rawHTML(_ place: Place) -> Diagnostic {
    .error("raw HTML is not allowed in a page", at: place, help: "write Markdown, or put the markup into a template")
  }

  /// The front matter, the rest, and the lines before the rest.
  private func split(_ bytes: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>, Int) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, isRule(first), let end = lines.dropFirst().firstIndex(where: isRule) else {
      return ([], text, 0)
    }
    let body = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : []
    return (text[lines[1].startIndex..<lines[end].startIndex], body, end + 1)
  }

  private func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }
}

extension Page {
  /// The page as it is written at another address: its links lead where they lead from its own.
  public func copied(to address: String) throws(Diagnostics) -> Page {
    hasLinks ? try PageParser(path: path, name: name).parse(source, at: address) : self
  }
}
