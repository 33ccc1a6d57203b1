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
    let stop = source[end...].firstIndex(of: newline) ?? source.count
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
  /// The line and a caret under the column; control characters are shown as spaces, so that text from a file cannot
  /// steer the terminal.
  var excerpt: String? {
    guard let text else { return nil }
    let shown = String(text.prefix(200).map { $0.isPrintable ? $0 : " " })
    guard let column else { return "  \(shown)" }
    return "  \(shown)\n  \(String(repeating: " ", count: max(0, min(column - 1, 200))))^"
  }
}

extension Character {
  fileprivate var isPrintable: Bool {
    unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }
}
