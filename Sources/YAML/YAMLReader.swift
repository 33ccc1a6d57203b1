import Diagnostics
import Yams

/// Reads YAML: the syntax alone, with each mistake's place. What keys mean is its callers'.
public enum YAMLReader {
  /// - Parameters:
  ///   - path: as shown in errors.
  ///   - firstLine: the file's line at which the text begins, where it is a part of the file.
  ///   - name: what the text is called in errors.
  /// - Returns: the root; nil where there is nothing but blanks and comments.
  /// - Throws: the first mistake of syntax, or the keys that stand twice.
  public static func read(
    _ text: String, path: String, firstLine: Int = 1, called name: String = "YAML"
  ) throws(Diagnostics) -> YAMLNode? {
    let source = YAMLSource(text, path: path, firstLine: firstLine)
    do {
      // Values are read as what is expected of them, so nobody asks what each might be: that takes a dozen patterns a value.
      // The encoding is told, because the default one is looked for in the environment.
      return try Yams.compose(yaml: text, .basic, .default, .utf8).map { YAMLNode($0, in: source) }
    } catch {
      throw Diagnostics([diagnostic(error, in: source, called: name)])
    }
  }
}

extension YAMLReader {
  private static func diagnostic(_ error: any Error, in source: YAMLSource, called name: String) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error(
        "unreadable \(name): \(problem)", at: source.place(mark),
        help: "look at quotes, brackets and indentation, here and in the lines above")
    case .duplicatedKeysInMapping(let keys, let context):
      .error(
        "a key stands twice: \(keys.map { "`\($0)`" }.joined(separator: ", "))", at: source.place(context.mark))
    case let other:
      .error(
        "unreadable \(name)\(other.map { ": \($0)" } ?? "")", at: Place(path: source.path, line: source.firstLine))
    }
  }
}
