import TestSupport
import Testing
import Wording

/// The keys of words in the sources against those of the English words: nothing on a page is `‹missing›`, and nothing
/// is translated in vain. `Forms` looks after `format.`.
@Suite struct WordKeysTests {
  private let all: Set<String>
  private let keys: Set<String>
  private let named: NamedKeys

  init() throws {
    all = Set(try Repository.words().constants.keys)
    keys = all.filter { !$0.hasPrefix("format.") }
    named = try NamedKeys(groups: Set(keys.map { String($0.prefix { $0 != "." }) }))
  }

  @Test func everyKeyThatIsNamedHasWords() {
    for (name, file) in named.names where !isFile(name) {
      #expect(hasWords(name) || hasWords(name + ".*"), "\(file) names `\(name)`, which Content/i18n/en*.yml lacks")
    }
  }

  @Test func everyKeyIsNamedSomewhere() {
    let names = Set(named.names.map(\.name))
    let whole = names.union(names.flatMap { name in named.suffixes.map { name + $0 } })
    let exact = whole.filter { !$0.contains("*") }
    let patterns = whole.filter { $0.contains("*") }
    for key in keys.sorted() where !exact.contains(key) && !exact.contains(counted(key)) {
      let isBuilt = patterns.contains { matches($0, key) || matches($0, counted(key)) }
      #expect(isBuilt, "nothing names `\(key)` of Content/i18n/en*.yml")
    }
  }

  /// Files are named in the sources as words are: `snapshot.json`.
  private func isFile(_ name: String) -> Bool { [".json", ".zip", ".html"].contains { name.hasSuffix($0) } }

  private func hasWords(_ name: String) -> Bool {
    name.contains("*") ? all.contains { matches(name, $0) } : all.contains(name)
  }

  /// The name of a counted thing: its key without the form.
  private func counted(_ key: String) -> String {
    for form in [".one", ".other"] where key.hasSuffix(form) { return String(key.dropLast(form.count)) }
    return key
  }
}

@Suite struct NamedKeysTests {
  @Test func findsLiterals() {
    let source = """
      // "no" words["no"]
      let a = words["a.b"] + "c.\\(d ? "e" : f("g", h()))" // "no"
      let i = "\\"j\\\\" / 2
      """
    #expect(StringLiterals(source.utf8).literals == ["a.b", "e", "g", "c.*", "\"j\\"])
  }

  @Test func findsKeysOfSourcesAndTemplates() throws {
    let named = try NamedKeys(groups: ["layout"])
    #expect(named.names.contains { $0.name == "layout.facts" && $0.file == "Sources/Site/SiteFacts.swift" })
    #expect(named.names.contains { $0.name == "layout.skip" && $0.file == "Templates/layout.mustache" })
  }

  @Test(arguments: [
    ("a.b", "a.b", true), ("a.*", "a.b", true), ("a.*", "a.b.c", true), ("a.*.c", "a.b.c", true),
    ("a.*.c", "a.c", false), ("a.*", "a.", false), ("a.*", "b.c", false), ("a.*c", "a.bc", true),
    ("a.*.c", "a.b.d", false), ("a.*.c.*", "a.b.c.d", true),
  ])
  func matchesPatterns(pattern: String, key: String, expected: Bool) {
    #expect(matches(pattern, key) == expected)
  }
}
