import CommonMark
import Diagnostics
import HTML

/// Parses one page: front matter, then Markdown whose fences of known kinds become blocks.
struct PageParser {
  let path: String
  let name: String

  /// - Parameter name: the path below `Content/`.
  func parse(_ bytes: [UInt8]) throws(Diagnostics) -> Page {
    let text = String(decoding: bytes, as: UTF8.self)
    let (matter, body, firstLine) = split(text)
    let front = try FrontMatterReader.read(matter, path: path)
    var pieces = PiecesBuilder(path: path, firstLine: firstLine)
    for block in Document(Array(body.utf8), path: path).blocks { pieces.add(block) }
    if !pieces.errors.isEmpty { throw Diagnostics(pieces.errors) }
    return Page(path: path, address: address(front), front: front, pieces: pieces.pieces)
  }

  /// The front matter, the rest, and the lines before the rest.
  private func split(_ text: String) -> (String, Substring, Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first?.trimmedEnd == "---", let end = lines.dropFirst().firstIndex(where: { $0.trimmedEnd == "---" })
    else { return ("", text[...], 0) }
    let body = end + 1 < lines.count ? text[lines[end + 1].startIndex...] : ""
    return (lines[1..<end].joined(separator: "\n"), body, end + 1)
  }

  private func address(_ front: FrontMatter) -> String { front.address ?? String(name.dropLast(3)) + ".html" }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
