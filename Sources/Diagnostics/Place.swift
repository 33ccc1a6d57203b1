/// A place in a text file: `path:line:column`, both from 1, columns in characters.
public struct Place: Equatable, Sendable, CustomStringConvertible {
  public var path: String
  public var line: Int?
  public var column: Int?
  /// The line's text, to be shown above a caret.
  public var text: String?

  public init(path: String, line: Int? = nil, column: Int? = nil, text: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.text = text
  }

  /// The place of a byte offset in a file's whole text.
  public init(path: String, source: [UInt8], offset: Int) {
    let end = min(max(offset, 0), source.count)
    let newline = UInt8(ascii: "\n")
    let start = source[..<end].lastIndex(of: newline).map { $0 + 1 } ?? 0
    var stop = source[end...].firstIndex(of: newline) ?? source.count
    if stop > start, source[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    self.init(
      path: path,
      line: source[..<start].count(where: { $0 == newline }) + 1,
      column: String(decoding: source[start..<end], as: UTF8.self).count + 1,
      text: String(decoding: source[start..<stop], as: UTF8.self))
  }

  public var description: String {
    [path, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
  }
}

extension Place {
  /// The place of a word in this line, the last if it stands there more than once; the line's own where it does not.
  public func of(_ word: String) -> Place {
    var place = self
    if let text, let range = text.ranges(of: word).last {
      place.column = text.distance(from: text.startIndex, to: range.lowerBound) + 1
    }
    return place
  }

  /// The line, or of a long one the part around the column, and a caret under the column.
  var excerpt: String? {
    guard let text else { return nil }
    let width = 160
    guard let column, column > 0 else { return "  \(text.prefix(width).map(\.safeInLine).joined())" }
    let start = column > width ? column - width / 2 : 0
    let shown = text.dropFirst(start).prefix(width).map(\.safeInLine).joined()
    let caret = min(column - 1 - start, width)
    return "  \(shown)\n  \(String(repeating: " ", count: caret))^"
  }
}
