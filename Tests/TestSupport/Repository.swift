import Foundation
import Templating
import Wording

/// This repository's own files, for tests that use the real templates and words.
public enum Repository {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The English words, with the default names.
  public static func words() throws -> Words {
    let folder = root + "/Content/i18n"
    var entries: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasPrefix("en") {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      entries.merge(try WordsFile.read(text, path: name)) { _, later in later }
    }
    return try Words(language: "en", entries: Labels().fill(entries))
  }

  /// Every template of `Templates/`, by name without its extension.
  public static func templates(words: Words) throws -> TemplateLibrary {
    let folder = root + "/Templates"
    var sources: [String: (path: String, bytes: [UInt8])] = [:]
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".mustache") {
      let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
      sources[String(name.dropLast(9))] = ("Templates/" + name, Array(bytes))
    }
    return TemplateLibrary(sources: sources, constants: words.constants)
  }
}
