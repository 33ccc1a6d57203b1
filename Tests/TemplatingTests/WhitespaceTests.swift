import Templating
import Testing

@Suite struct WhitespaceTests {
  static let schema = Schema("page", [.flag("on"), .text("x"), .list("rows", Schema("row", [.text("name")]))])

  /// A source and what it gives with `on` set, `x` = `X` and two rows `1`, `2`.
  static let cases: [(source: String, expected: String)] = [
    ("a\n{{#on}}\nb\n{{/on}}\nc\n", "a\nb\nc\n"),
    ("a\n  {{#on}}  \nb\n\t{{/on}}\t\nc", "a\nb\nc"),
    ("{{#on}}\nb\n{{/on}}", "b\n"),
    ("  {{#on}}\nb\n{{/on}}  ", "b\n"),
    ("a\r\n{{#on}}\r\nb\r\n{{/on}}\r\nc", "a\r\nb\r\nc"),
    ("a {{#on}}\nb\n{{/on}} c\n", "a \nb\n c\n"),
    ("{{#on}} {{/on}}\n", " \n"),
    ("a\n{{#on}}{{/on}}\nb", "a\n\nb"),
    ("a\n{{^on}}\nb\n{{/on}}\nc\n", "a\nc\n"),
    ("a\n{{! words }}\nb", "a\nb"),
    ("a\n  {{!\n  two\n  lines\n  }}\nb", "a\nb"),
    ("a {{! inside }} b", "a  b"),
    ("a\n{{! with {{braces }}\nb", "a\nb"),
    ("{{!}}\na", "a"),
    ("  {{x}}  \n", "  X  \n"),
    ("  {{& words.w }}\n", "  W\n"),
    ("<ul>\n  {{#rows}}\n  <li>{{name}}</li>\n  {{/rows}}\n</ul>\n", "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n"),
    ("a\n  {{> _p}}\nb\n", "a\npartial\n line\nb\n"),
    ("a {{> _p}} b", "a partial\n line\n b"),
    ("{{>_p}}", "partial\n line\n"),
    ("\n\n{{#on}}\n\n{{/on}}\n\n", "\n\n\n\n"),
    ("{{#on}}\n{{#x}}\n{{/x}}\n{{/on}}\n", ""),
  ]

  @Test(arguments: cases)
  func dropsLinesOfTagsThatStandAlone(source: String, expected: String) throws {
    let text = try render(source, Self.schema, partials: ["_p": "partial\n line\n"], words: ["w": "W"]) {
      $0.set("on", of: $0.root, flag: true)
      $0.set("x", of: $0.root, text: "X")
      for name in ["1", "2"] {
        let row = $0.append(to: "rows", of: $0.root)
        $0.set("name", of: row, text: name)
      }
    }
    #expect(text == expected, "\(source.debugDescription)")
  }
}
