import Diagnostics
import Testing
import YAML

@Suite struct YAMLNodeTests {
  @Test func readsMappingsListsAndValuesInTheirOrder() throws {
    let entries = try #require(try YAMLReader.read("b: x\na: [1, two]\nc: true\n", path: "a.yml")?.entries)
    #expect(entries.map(\.key.text) == ["b", "a", "c"])
    #expect(entries[1].value.items?.map(\.text) == ["1", "two"])
    #expect(entries[1].value.items?[0].number == 1)
    #expect(entries[2].value.flag == true)
    #expect(entries[0].value.entries == nil && entries[0].value.items == nil && entries[1].value.text == nil)
  }

  @Test(arguments: ["", "\n", "# a comment\n"])
  func findsNothingInAnEmptyFile(text: String) throws {
    #expect(try YAMLReader.read(text, path: "a.yml")?.entries == nil)
  }

  @Test(arguments: [("a:", true), ("a: ~", true), ("a: NULL", true), ("a: ''", false), ("a: 'null'", false)])
  func knowsWhatIsNothing(text: String, isNothing: Bool) throws {
    #expect(try YAMLReader.read(text, path: "a.yml")?.entries?.first?.value.isNothing == isNothing, "\(text)")
  }

  @Test(arguments: [
    ("a: x", "a.md:7:4: error: expected a list, found `x`\n  a: x\n     ^"),
    ("a:", "a.md:7:3: error: expected a list, found nothing\n  a:\n    ^"),
    ("a: {b: c}", "a.md:7:4: error: expected a list, found `key: value` lines\n  a: {b: c}\n     ^"),
    ("\r\na: [b]\r\n", "a.md:8:4: error: expected a list, found a list\n  a: [b]\n     ^"),
  ])
  func tellsWhatWasFoundAndWhereInTheFile(text: String, expected: String) throws {
    let root = try YAMLReader.read(text, path: "a.md", firstLine: 7)
    #expect(root?.entries?.first?.value.mistake("expected a list").description == expected)
  }

  @Test(arguments: [
    (
      "a: [\n",
      """
      a.md:3:1: error: unreadable part: did not find expected node content
      \("  ")
        ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
    ("a: 1\na: 2\n", "a.md:2:1: error: a key stands twice: `a`\n  a: 1\n  ^"),
  ])
  func tellsMistakesOfSyntax(text: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) {
      try YAMLReader.read(text, path: "a.md", firstLine: 2, called: "part")
    }
    #expect(error?.description == expected)
  }
}
