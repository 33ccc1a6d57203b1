import Diagnostics
import Synchronization
import Yams

/// A file's lines, or those of a part of it, for the places of errors.
final class YAMLSource: Sendable {
  let path: String
  /// The file's line at which the text begins, from 1.
  let firstLine: Int
  private let text: String
  /// The text's lines, once any place is asked for.
  private let lines = Mutex<[String]?>(nil)

  init(_ text: String, path: String, firstLine: Int) {
    self.path = path
    self.firstLine = firstLine
    self.text = text
  }
}

extension YAMLSource {
  func place(_ mark: Mark?) -> Place {
    guard let mark else { return Place(path: path) }
    return Place(path: path, line: mark.line + firstLine - 1, column: mark.column, text: line(mark.line))
  }

  private func line(_ number: Int) -> String? {
    lines.withLock { lines in
      let all =
        lines ?? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      lines = all
      return all.indices.contains(number - 1) ? all[number - 1] : nil
    }
  }
}
