import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  static let place = Place(path: "Content/site.yml", line: 7, column: 3, text: "  windw: 24h")

  @Test(arguments: [
    (Diagnostic.error("no rules"), "error: no rules"),
    (.warning("no rules", help: "add one"), "warning: no rules\n= help: add one"),
    (Diagnostic(.note, "here", at: Place(path: "a")), "a: note: here"),
    (.error("x", at: Place(path: "a", line: 2)), "a:2: error: x"),
    (.error("x", at: Place(path: "a", line: 2, text: "line")), "a:2: error: x\n  line"),
    (
      .error("unknown rule `windw`", at: place, help: "did you mean `window`?"),
      """
      Content/site.yml:7:3: error: unknown rule `windw`
          windw: 24h
          ^
      = help: did you mean `window`?
      """
    ),
  ])
  func rendersCompleteText(diagnostic: Diagnostic, expected: String) {
    #expect(diagnostic.description == expected)
  }

  @Test func joinsSeveral() {
    #expect(Diagnostics([.error("a"), .warning("b")]).description == "error: a\nwarning: b")
  }

  @Test func keepsTheTerminalSafe() {
    let place = Place(path: "a\u{1B}[2J", line: 1, column: 8, text: "\t\u{1B}[31m\u{202E}x\r\u{85}")
    #expect(
      Diagnostic.error("`\u{1B}]0;x\u{7}`\nb.yml:1:1: error: forged", at: place, help: "\u{2066}one\ntwo").description
        == """
        a\u{FFFD}[2J:1:8: error: `\u{FFFD}]0;x\u{FFFD}`
          b.yml:1:1: error: forged
            [31m x\u{20}\u{20}
                 ^
        = help: \u{FFFD}one
          two
        """)
  }

  @Test func showsTheColumnOfLongLines() throws {
    let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let shown = Diagnostic.error("x", at: Place(path: "p", line: 1, column: 501, text: text)).description
    let lines = shown.split(separator: "\n")
    let caret = try #require(lines[2].firstIndex(of: "^")).utf16Offset(in: lines[2])
    #expect(lines[1].count == 162 && Array(lines[1])[caret] == "!")
  }
}
