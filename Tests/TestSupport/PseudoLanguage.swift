import Foundation
import Wording

/// A language that nobody speaks, made from English: every letter has an accent, every text is a third longer and
/// stands in brackets, `⟦Ĉóńťáćťś···⟧`. What a page shows outside of brackets did not come from the language's file.
public struct PseudoLanguage {
  private let entries: [(key: String, words: String)]

  public init() throws {
    let text = try String(contentsOfFile: Repository.root + "/Content/i18n/en.yml", encoding: .utf8)
    let english = try WordsFile.read(text, path: "Content/i18n/en.yml")
    let measures = try PseudoLanguage.measures()
    entries = english.merging(measures) { $1 }.sorted { $0.key < $1.key }
      .map { ($0.key, PseudoLanguage.words($0.value, key: $0.key)) }
  }

  /// The words as a file of `Content/i18n/`.
  public var file: String {
    tree(entries.map { ($0.key.split(separator: ".").map(String.init)[...], $0.words) }, indent: "")
  }
}

extension PseudoLanguage {
  /// A text in the language. Places, terms' and pages' addresses and spaces at both ends stay as they are.
  public static func text(_ english: String) -> String {
    guard english.replacing(/\{[^}]*\}/, with: "").contains(where: \.isLetter) else { return english }
    let start = english.prefix { $0 == " " || $0 == "," || $0 == "." }
    let end = english.dropFirst(start.count).reversed().prefix { $0 == " " }
    let middle = english.dropFirst(start.count).dropLast(end.count)
    var accented = ""
    var rest = middle
    while let mark = rest.firstIndex(where: { "{[(".contains($0) }) {
      accented += accents(rest[..<mark])
      let close: Character = rest[mark] == "{" ? "}" : ")"
      let isAddress = rest[mark] == "(" && rest[..<mark].hasSuffix("]")
      if rest[mark] == "{" || isAddress, let last = rest[mark...].firstIndex(of: close) {
        accented += rest[mark...last]
        rest = rest[rest.index(after: last)...]
      } else {
        accented.append(rest[mark])
        rest = rest[rest.index(after: mark)...]
      }
    }
    accented += accents(rest)
    let more = String(repeating: "·", count: (middle.count + 2) / 3)
    return "\(start)⟦\(accented)\(more)⟧\(String(end))"
  }

  private static func accents(_ text: Substring) -> String {
    String(text.map { accents[$0] ?? $0 })
  }

  private static let accents = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀćďéƒģĥíĵķĺɱńóƥʠŕśťúνŵхýžÁƁĆĎÉƑĢĤÍĴĶĹṀŃÓƤɊŔŚŤÚѴŴΧÝŽ"))
}

extension PseudoLanguage {
  private static func words(_ english: String, key: String) -> String {
    if ["format.plural.", "format.date.", "format.list."].contains(where: key.hasPrefix) { return english }
    // A list of words has as many in every language; a label's lines are parted by a bar.
    let mark: Character? =
      key.hasPrefix("format.weekdays") || key.hasPrefix("format.months")
      ? " " : key.hasPrefix("overview.flow.") ? "|" : nil
    guard let mark else { return text(english) }
    return english.split(separator: mark).map { text(String($0)) }.joined(separator: String(mark))
  }

  /// Titles and sentences of the program's measures, as a language's file may give them.
  private static func measures() throws -> [String: String] {
    let text = try String(contentsOfFile: Repository.root + "/Content/measures.yml", encoding: .utf8)
    let entries = try WordsFile.read(text, path: "Content/measures.yml")
    let words = entries.filter { $0.key.hasSuffix(".title") || $0.key.hasSuffix(".sentence") }
    return Dictionary(uniqueKeysWithValues: words.map { ("measure." + $0.key, $0.value) })
  }

  private func tree(_ entries: [(keys: ArraySlice<String>, words: String)], indent: String) -> String {
    var text = ""
    var rest = entries[...]
    while let key = rest.first?.keys.first {
      let here = rest.prefix { $0.keys.first == key }
      rest = rest.dropFirst(here.count)
      if here.count == 1, here[here.startIndex].keys.count == 1 {
        let words = here[here.startIndex].words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        text += "\(indent)\"\(key)\": \"\(words)\"\n"
      } else {
        text += "\(indent)\"\(key)\":\n" + tree(here.map { ($0.keys.dropFirst(), $0.words) }, indent: indent + "  ")
      }
    }
    return text
  }
}
