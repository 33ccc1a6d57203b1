import Diagnostics
import Testing
import Wording

@Suite struct WordsFileTests {
  private static let help = "= help: look at quotes, brackets and indentation, here and in the lines above"

  @Test func joinsNestedKeysByDots() throws {
    let text = """
      # Words
      a:
        b: "{n} h"
        c: {one: x, other: y}
      list: [Mon, Tue]
      a.d: dotted
      n: 3
      empty:
      """
    #expect(
      try WordsFile.read(text, path: "en.yml") == [
        "a.b": "{n} h", "a.c.one": "x", "a.c.other": "y", "list": "Mon Tue", "a.d": "dotted", "n": "3", "empty": "",
      ])
  }

  @Test(arguments: ["", "\n", "# only a comment\n"])
  func readsFileWithoutWords(text: String) throws {
    #expect(try WordsFile.read(text, path: "en.yml") == [:])
  }

  @Test func readsWindowsLines() throws {
    #expect(try WordsFile.read("a: x\r\nb: y\r\n", path: "en.yml") == ["a": "x", "b": "y"])
  }

  @Test(arguments: [
    ("a: x\nb: [\n", "en.yml:3:1: error: unreadable YAML: did not find expected node content\n  \n  ^\n\(help)"),
    ("a: x\r\nb: 'y\r\n", "en.yml:3:1: error: unreadable YAML: found unexpected end of stream\n  \n  ^\n\(help)"),
    ("a: x\na: y\n", "en.yml:1:1: error: a key stands twice: `a`\n  a: x\n  ^"),
    ("a: {b: x}\na.b: y\n", "en.yml:2:6: error: the words `a.b` stand twice\n  a.b: y\n       ^"),
    ("words", "en.yml:1:1: error: expected `key: words` lines\n  words\n  ^"),
    ("- a\n", "en.yml:1:1: error: expected `key: words` lines\n  - a\n  ^"),
  ])
  func tellsWhatIsWrongAndWhere(text: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) { try WordsFile.read(text, path: "en.yml") }
    #expect(error?.description == expected, "\(text)")
  }
}
