import Foundation
import Templating
import Wording

/// This repository's own files, for tests that use the real templates and words.
public enum Repository {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The English words, with the default names.
  public static func words() throws -> Words {
    let text = try String(contentsOfFile: root + "/Content/i18n/en.yml", encoding: .utf8)
    let entries = try WordsFile.read(text, path: "Content/i18n/en.yml")
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
