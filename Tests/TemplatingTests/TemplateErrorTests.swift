import Diagnostics
import Templating
import Testing

@Suite struct TemplateErrorTests {
  static let row = Schema("row", [.text("day"), .text("count")])
  static let schema = Schema(
    "page", [.text("title"), .markup("lede"), .flag("open"), .one("owner", row), .list("rows", row)])

  /// A template and the complete text of its errors.
  static let cases: [(source: String, expected: String)] = [
    (
      "<h1>\n  {{titel}}</h1>",
      """
      page:2:3: error: unknown name `titel`, expected a name of `page`
          {{titel}}</h1>
          ^
      = help: did you mean `title`?
      """
    ),
    (
      "{{#rows}}é {{dya}} {{/rows}}",
      """
      page:1:12: error: unknown name `dya`, expected a name of `row` or `page`
        {{#rows}}é {{dya}} {{/rows}}
                   ^
      = help: did you mean `day`?
      """
    ),
    (
      "{{#verybigtable}}{{/verybigtable}}",
      """
      page:1:1: error: unknown name `verybigtable`, expected a name of `page`
        {{#verybigtable}}{{/verybigtable}}
        ^
      = help: known are title, lede, open, owner, rows
      """
    ),
    (
      "{{owner.dai}}",
      """
      page:1:1: error: unknown name `dai` in `owner`, expected a name of `row`
        {{owner.dai}}
        ^
      = help: did you mean `day`?
      """
    ),
    (
      "{{title.day}}{{rows.day}}",
      """
      page:1:1: error: `title` is text, nothing can be taken from it by a dot
        {{title.day}}{{rows.day}}
        ^
      page:1:14: error: `rows` is a list, nothing can be taken from it by a dot
        {{title.day}}{{rows.day}}
                     ^
      = help: open it: {{#rows}}…{{/rows}}
      """
    ),
    (
      "{{rows}}{{owner}}{{open}}",
      """
      page:1:1: error: `rows` is a list, expected text or markup
        {{rows}}{{owner}}{{open}}
        ^
      = help: open it: {{#rows}}…{{/rows}}
      page:1:9: error: `owner` is a record, expected text or markup
        {{rows}}{{owner}}{{open}}
                ^
      = help: open it: {{#owner}}…{{/owner}}
      page:1:18: error: `open` is a flag, expected text or markup
        {{rows}}{{owner}}{{open}}
                         ^
      = help: as a section it stands or not: {{#open}}…{{/open}}
      """
    ),
    (
      "{{{title}}}",
      """
      page:1:1: error: text is never raw, and `title` is text
        {{{title}}}
        ^
      = help: write {{title}}, or make it a markup field in Swift
      """
    ),
    (
      "{{> _rwo}}",
      """
      page:1:1: error: no partial `_rwo`
        {{> _rwo}}
        ^
      = help: did you mean `_row`?
      """
    ),
    (
      "{{words.skp}}{{#words.skip}}{{/words.skip}}",
      """
      page:1:1: error: unknown word `skp`
        {{words.skp}}{{#words.skip}}{{/words.skip}}
        ^
      = help: did you mean `skip`?
      page:1:14: error: `words.skip` is a text of the interface, a section needs a name of the page
        {{words.skp}}{{#words.skip}}{{/words.skip}}
                     ^
      """
    ),
    (
      "a {{title",
      """
      page:1:3: error: tag is not closed
        a {{title
          ^
      = help: close it by as many braces as it opens with
      """
    ),
    (
      "{{title <b>{{lede}}",
      """
      page:1:1: error: tag is not closed
        {{title <b>{{lede}}
        ^
      = help: close it by as many braces as it opens with
      """
    ),
    (
      "{{{lede}} and {{! no end",
      """
      page:1:1: error: tag is not closed
        {{{lede}} and {{! no end
        ^
      = help: close it by as many braces as it opens with
      page:1:15: error: tag is not closed
        {{{lede}} and {{! no end
                      ^
      = help: close it by as many braces as it opens with
      """
    ),
    (
      "{{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}",
      """
      page:1:1: error: tag without a name
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
        ^
      page:1:5: error: tag without a name
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
            ^
      page:1:11: error: `{{.}}` stands for nothing, expected a name
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
                  ^
      page:1:16: error: delimiters cannot be changed
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
                       ^
      = help: write {{…}} throughout
      page:1:27: error: `a b` is not a name
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
                                  ^
      = help: names are letters, digits, `_`, `-` and `/`, with dots between
      page:1:34: error: `a..b` is not a name
        {{}}{{# }}{{.}}{{=<% %>=}}{{a b}}{{a..b}}
                                         ^
      = help: names are letters, digits, `_`, `-` and `/`, with dots between
      """
    ),
    (
      "{{#rows}}{{#open}}{{/rows}}",
      """
      page:1:10: error: section `open` is not closed
        {{#rows}}{{#open}}{{/rows}}
                 ^
      = help: end it with {{/open}}
      """
    ),
    (
      "{{/open}}{{#rows}}{{/row}}",
      """
      page:1:1: error: section `open` is closed but was not opened
        {{/open}}{{#rows}}{{/row}}
        ^
      page:1:10: error: section `rows` is not closed
        {{/open}}{{#rows}}{{/row}}
                 ^
      = help: end it with {{/rows}}
      page:1:19: error: section `row` is closed but was not opened, expected the end of `rows`
        {{/open}}{{#rows}}{{/row}}
                          ^
      """
    ),
    (
      "{{#rows}}\n  {{> _row}}\n{{/rows}}",
      """
      _row:2:3: error: unknown name `cuont`, expected a name of `row` or `page`
        b {{cuont}}
          ^
      = help: did you mean `count`?
      page:2:3: note: partial `_row` stands here
          {{> _row}}
          ^
      """
    ),
    (
      "{{> _loop}}",
      """
      _loop2:1:1: error: partial includes itself: _loop > _loop2 > _loop
        {{> _loop}}
        ^
      = help: repeat the markup by a list section instead
      _loop:1:1: note: partial `_loop2` stands here
        {{> _loop2}}
        ^
      page:1:1: note: partial `_loop` stands here
        {{> _loop}}
        ^
      """
    ),
  ]

  @Test(arguments: cases)
  func explainsWhatIsWrong(source: String, expected: String) {
    let partials = ["_row": "a\nb {{cuont}}", "_loop": "{{> _loop2}}", "_loop2": "{{> _loop}}"]
    #expect(errors(source, Self.schema, partials: partials, words: ["skip": "Skip"]) == expected, "\(source)")
  }

  @Test func reportsPartialsSyntaxOnce() {
    let text = errors("{{> _p}}{{> _p}}", Self.schema, partials: ["_p": "{{#open}}"])
    #expect(
      text == """
        _p:1:1: error: section `open` is not closed
          {{#open}}
          ^
        = help: end it with {{/open}}
        """)
  }

  @Test func reportsSameNameOncePerContext() {
    let text = errors(
      "{{> _p}}{{#rows}}{{> _p}}{{/rows}}{{> _p}}", Self.schema, partials: ["_p": "{{day}}"])
    #expect(
      text == """
        _p:1:1: error: unknown name `day`, expected a name of `page`
          {{day}}
          ^
        = help: known are title, lede, open, owner, rows
        page:1:1: note: partial `_p` stands here
          {{> _p}}{{#rows}}{{> _p}}{{/rows}}{{> _p}}
          ^
        """)
  }

  @Test func namesUnknownTemplate() {
    let error = #expect(throws: Diagnostics.self) {
      try library("", partials: [:], words: [:]).compile("pgae", for: Self.schema)
    }
    #expect(error?.description == "error: no template `pgae`\n= help: did you mean `page`?")
  }
}
