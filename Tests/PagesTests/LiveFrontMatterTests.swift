import CommonMark
import Testing

@testable import Pages

/// What front matter holds that data fills in: queries, live numbers.
@Suite struct LiveFrontMatterTests {
  @Test(arguments: [
    ("for: select channel from channels", "select channel from channels", 0, "3:6"),
    ("for: select channel from channels", "select channel from channels", 20, "3:26"),
    ("for: 'SELECT ''a'' as x'", "SELECT 'a' as x", 11, "3:20"),
    ("for: \"with a as (select 1)\"", "with a as (select 1)", 10, "3:17"),
    ("for: |\n  select day,\n    nmae\n  from days", "select day,\n  nmae\nfrom days\n", 14, "5:5"),
    ("for: >-\n\n  select day\n  from days", "\nselect day from days", 12, "6:3"),
    ("for: select ä,\n  b", "select ä, b", 11, "4:3"),
    ("for: |\n  select 1", "select 1\n", 900, "3:6"),
  ])
  func placesQueries(key: String, sql: String, offset: Int, expected: String) throws {
    let front = try page("---\ntitle: A\n\(key)\n---\n").front
    #expect(front.query?.sql == sql)
    #expect(front.subject == nil)
    #expect(front.query?.place(ofByte: offset).description == "Content/guide/a.md:\(expected)")
  }

  @Test(arguments: [
    ("title: A\nfor: selected", "3:6: error: expected one of `day`, `month`, `customers`, `timeline`, or a query that"),
    (
      "title: A\nindex: B",
      """
      3:1: error: `index` is the title of a list of pages, and this file makes no list
        index: B
        ^
      = help: say what it is made for: `for: select …`
      """
    ),
    (
      "title: A\nfor: select 'a: b'",
      """
      3:15: error: unreadable front matter: mapping values are not allowed in this context
        for: select 'a: b'
                      ^
      = help: write the statement below `for: |`, indented
      """
    ),
    (
      "title: {{ a.b }}",
      """
      2:8: error: expected some text, found `key: value` lines
        title: {{ a.b }}
               ^
      = help: put a value with `{{ … }}` into quotes
      """
    ),
    ("title: {{ a.b }} c", "2:"),
    (
      "title: A {{ b",
      """
      2:10: error: a live number is not closed on its line, expected `}}`
        title: A {{ b
                 ^
      = help: write `\\{{` for the braces themselves
      """
    ),
    ("title: A\nlede: 'x {{ }}'", "3:10: error: a live number names nothing"),
  ])
  func tellsWhatIsWrongAndWhere(matter: String, expected: String) {
    let text = mistakes("---\n\(matter)\n---\n")
    #expect(text.hasPrefix("Content/guide/a.md:" + expected), "\(text)")
    if matter.hasPrefix("title: {{") { #expect(text.contains("into quotes"), "\(text)") }
  }

  @Test func findsNumbersInTexts() throws {
    let front = try page(
      "---\ntitle: Talks on {{ page.channel }}\nabout: \"{{a}}\"\nlede: |\n  We had {{ q.x }}\n  and \\{{ y }}\nindex: I {{ b }}\n"
        + "for: select 1\n---\n"
    ).front
    #expect(front.title.filled(\.text) == "Talks on page.channel")
    #expect(front.title.fixed == "Talks on ")
    #expect(front.about?.filled(\.source) == "{{a}}")
    #expect(front.lede?.filled(\.text) == "We had q.x\nand {{ y }}\n")
    #expect(front.index?.filled(\.text) == "I b")
    let texts = [front.title, front.about, front.lede, front.index].compactMap(\.self)
    #expect(
      texts.flatMap(\.lives).map(\.place.description)
        == ["2:17", "3:9", "5:10", "7:10"].map { "Content/guide/a.md:" + $0 })
  }

  @Test func findsNumbersInTerms() throws {
    let page = try page(body: "```terms\nOne {{ a }} {#one .ai}\nIt has {{ b.c }}.\n\nTwo\n`{{ d }}`\n```\n")
    guard case .terms(let terms) = page.pieces.first else {
      Issue.record("no terms")
      return
    }
    #expect(terms.map(\.plain) == ["It has .", "{{ d }}"])
    let lives = terms.flatMap { $0.name.lives + $0.definition.lives }
    #expect(lives.map(\.place.description) == ["Content/guide/a.md:5:5", "Content/guide/a.md:6:8"])
    #expect(lives.map(\.place.text) == ["One {{ a }} {#one .ai}", "It has {{ b.c }}."])
    #expect(
      mistakes("---\ntitle: A\n---\n```terms\nOne {{ a\nx {{ b\n```\n").split(separator: "\n")
        .filter { $0.hasPrefix("Content") || $0.contains("^") } == [
          "Content/guide/a.md:5:5: error: a live number is not closed on its line, expected `}}`", "      ^",
          "Content/guide/a.md:6:3: error: a live number is not closed on its line, expected `}}`", "    ^",
        ])
  }

  @Test(arguments: ["A {{ x }} day", "{{ x }} A day", "A day {{ a_b }}{{ c }}"])
  func makesIdsOfFixedWords(heading: String) throws {
    #expect(try page(body: "## " + heading).outline == ["h2 a-day: \(heading)"])
  }

  @Test func knowsWhereIndexLies() throws {
    let page = try page("---\ntitle: A\nfor: select 1\nindex: B\naddress: c/{x}.html\n---\n")
    #expect(page.address == "c/{x}.html")
    #expect(page.indexAddress == "guide/a.html")
  }
}
