import Diagnostics
import Yams

/// Reads a language's file: nested mappings become dotted keys, a list its words with spaces between.
public struct WordsFile {
  private let path: String
  private let lines: [Substring]
  private var entries: [String: String] = [:]
  private var errors: [Diagnostic] = []

  /// - Parameter path: as shown in errors.
  /// - Throws: all of the file's errors, each with its place.
  public static func read(_ text: String, path: String) throws(Diagnostics) -> [String: String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var file = WordsFile(path: path, lines: lines)
    do {
      if let root = try Yams.compose(yaml: text) { file.collect(root, key: "") }
    } catch {
      file.errors.append(file.diagnostic(error))
    }
    if !file.errors.isEmpty { throw Diagnostics(file.errors) }
    return file.entries
  }

  private init(path: String, lines: [Substring]) {
    self.path = path
    self.lines = lines
  }
}

extension WordsFile {
  private mutating func collect(_ node: Node, key: String) {
    switch node {
    case .mapping(let mapping):
      for (name, value) in mapping { collect(value, key: dotted(key, name)) }
    case .scalar(let scalar): add(scalar.string, key, node)
    case .sequence(let sequence): add(sequence.compactMap { $0.scalar?.string }.joined(separator: " "), key, node)
    case .alias: break
    }
  }

  private mutating func add(_ words: String, _ key: String, _ node: Node) {
    guard !key.isEmpty else { return mistake("expected `key: words` lines", node) }
    if entries.updateValue(words, forKey: key) != nil { mistake("the words `\(key)` stand twice", node) }
  }

  private func dotted(_ key: String, _ name: Node) -> String {
    let name = name.scalar?.string ?? ""
    return key.isEmpty ? name : key + "." + name
  }

  private mutating func mistake(_ summary: String, _ node: Node) {
    errors.append(.error(summary, at: place(node.mark)))
  }

  private func place(_ mark: Mark?) -> Place {
    let text = mark.flatMap { lines.indices.contains($0.line - 1) ? String(lines[$0.line - 1]) : nil }
    return Place(path: path, line: mark?.line, column: mark?.column, text: text)
  }

  private func diagnostic(_ error: any Error) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error("unreadable YAML: \(problem)", at: place(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      .error("a key stands twice: \(keys.map { "`\($0)`" }.joined(separator: ", "))", at: place(context.mark))
    case let other: .error("unreadable YAML\(other.map { ": \($0)" } ?? "")", at: Place(path: path))
    }
  }
}
