import Diagnostics
import YAML

/// Reads a language's file: nested mappings become dotted keys, a list its words with spaces between.
public struct WordsFile {
  private var entries: [String: String] = [:]
  private var errors: [Diagnostic] = []

  /// - Parameter path: as shown in errors.
  /// - Returns: the words by their dotted keys.
  /// - Throws: all of the file's errors, each with its place.
  public static func read(_ text: String, path: String) throws(Diagnostics) -> [String: String] {
    var file = WordsFile()
    if let root = try YAMLReader.read(text, path: path) { file.collect(root, key: "") }
    if !file.errors.isEmpty { throw Diagnostics(file.errors) }
    return file.entries
  }
}

extension WordsFile {
  private mutating func collect(_ node: YAMLNode, key: String) {
    if let entries = node.entries {
      for (name, value) in entries { collect(value, key: dotted(key, name)) }
    } else {
      add(node.items?.compactMap(\.text).joined(separator: " ") ?? node.text ?? "", key, node)
    }
  }

  private mutating func add(_ words: String, _ key: String, _ node: YAMLNode) {
    guard !key.isEmpty else { return mistake("expected `key: words` lines", node) }
    if entries.updateValue(words, forKey: key) != nil { mistake("the words `\(key)` stand twice", node) }
  }

  private func dotted(_ key: String, _ name: YAMLNode) -> String {
    let name = name.text ?? ""
    return key.isEmpty ? name : key + "." + name
  }

  private mutating func mistake(_ summary: String, _ node: YAMLNode) {
    errors.append(.error(summary, at: node.place))
  }
}
