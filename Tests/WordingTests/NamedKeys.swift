import Foundation
import TestSupport

/// The keys of words that this repository's sources and templates name. A literal of Swift counts as one if it begins
/// with a group of the words and a point; what is interpolated, or follows a point at its end, is a `*`.
struct NamedKeys {
  /// A key, the beginning of several, or a pattern; and the file that names it.
  private(set) var names: [(name: String, file: String)] = []
  /// What is put behind names, as in `key + ".none"` and `"\(key).none"`.
  private(set) var suffixes: Set<String> = []

  /// - Parameter groups: the first parts of all keys.
  init(groups: Set<String>) throws {
    // The demo writes data, not pages: `example.com` is no key there.
    for (file, bytes) in try NamedKeys.files(in: "Sources", suffix: ".swift") where !file.hasPrefix("Sources/Demo/") {
      for literal in StringLiterals(bytes).literals where NamedKeys.isPart(literal) {
        let suffix = literal.drop { $0 == "*" }
        if suffix.hasPrefix("."), suffix.contains(where: \.isLetter) { suffixes.insert(String(suffix)) }
        guard NamedKeys.isName(literal, groups) else { continue }
        names.append((literal.hasSuffix(".") ? literal + "*" : literal, file))
      }
    }
    for (file, bytes) in try NamedKeys.files(in: "Templates", suffix: ".mustache") {
      let tags = String(decoding: bytes, as: UTF8.self).matches(of: /\{\{[{#^&]?\s*words\.([a-z0-9_.]+)\s*\}/)
      names += tags.map { (String($0.output.1), file) }
    }
  }
}

extension NamedKeys {
  private static func isPart(_ literal: String) -> Bool {
    literal.utf8.contains(UInt8(ascii: "."))
      && literal.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_.*".utf8.contains($0) }
  }

  private static func isName(_ literal: String, _ groups: Set<String>) -> Bool {
    let parts = literal.split(separator: ".", omittingEmptySubsequences: false)
    let isFile = ["html", "csv", "jsonl", "md", "mustache", "css", "js", "yml"].contains(parts[parts.count - 1])
    return groups.contains(String(parts[0])) && !isFile
  }

  private static func files(in folder: String, suffix: String) throws -> [(String, Data)] {
    let root = Repository.root + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(suffix) }.sorted()
      .map { ("\(folder)/\($0)", try Data(contentsOf: URL(filePath: root + "/" + $0))) }
  }
}

/// Whether a key is a pattern's, whose every `*` stands for some characters.
func matches(_ pattern: String, _ key: String) -> Bool {
  let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
  guard parts.count > 1, key.hasPrefix(parts[0]) else { return pattern == key }
  var rest = key.dropFirst(parts[0].count)
  for part in parts[1..<(parts.count - 1)] {
    guard let range = rest.dropFirst().range(of: part) else { return false }
    rest = rest[range.upperBound...]
  }
  return rest.count > parts[parts.count - 1].count && rest.hasSuffix(parts[parts.count - 1])
}
