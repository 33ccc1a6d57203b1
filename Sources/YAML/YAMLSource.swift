import Diagnostics
import Yams

/// A file's lines, or those of a part of it, for the places of errors.
struct YAMLSource: Sendable {
  let path: String
  /// The file's line at which the text begins, from 1.
  let firstLine: Int
  private let lines: [String]

  init(_ text: String, path: String, firstLine: Int) {
    self.path = path
    self.firstLine = firstLine
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}

extension YAMLSource {
  func place(_ mark: Mark?) -> Place {
    guard let mark else { return Place(path: path) }
    let text = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : nil
    return Place(path: path, line: mark.line + firstLine - 1, column: mark.column, text: text)
  }
}
