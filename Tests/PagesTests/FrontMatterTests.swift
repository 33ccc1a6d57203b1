import Diagnostics
import Testing

@testable import Pages

@Suite struct FrontMatterTests {
  @Test func readsEveryKey() throws {
    let front = try page(
      """
      ---
      title: "Sessions: all"
      about: AI Sessions Detail
      lede: One opening sentence.
      layout: report
      nav: 3
      label: Sessions
      address: sessions/{day}.html
      for: day
      months: true
      safe: true
      ---
      """
    ).front
    var expected = FrontMatter()
    expected.title = "Sessions: all"
    expected.about = "AI Sessions Detail"
    expected.lede = "One opening sentence."
    expected.layout = .report
    expected.nav = 3
    expected.label = "Sessions"
    expected.address = "sessions/{day}.html"
    expected.subject = .day
    expected.months = true
    expected.isSafe = true
    #expect(front == expected)
  }

  @Test func keepsDefaultsWhereNothingIsSaid() throws {
    var expected = FrontMatter()
    expected.title = "A"
    #expect(try page("---\ntitle: A\n---\n").front == expected)
    #expect(expected.layout == .prose && expected.subject == nil && !expected.months)
  }

  @Test(arguments: [
    "---\r\ntitle: A\r\nnav: 2\r\n---\r\n# H\r\n", "\u{FEFF}---\ntitle: A\nnav: 2\n---\n# H\n",
    "---  \ntitle: A\nnav: 2\n---\t\n# H", "\u{FEFF}---\r\ntitle: A\r\n\r\nnav: 2\r\n---\r\n\r\n# H\r\n",
  ])
  func readsFrontMatterOfAnyEditor(text: String) throws {
    let page = try page(text)
    #expect(page.front.title == "A" && page.front.nav == 2)
    #expect(page.outline == ["h1 h: H"])
  }

  @Test func readsPageWithoutBody() throws {
    #expect(try page("---\ntitle: A\n---").pieces.isEmpty)
  }

  @Test func takesLaterRulesForBody() throws {
    #expect(try page(body: "a\n\n---\n\nb\n").outline == ["<p>a</p>\n", "<hr>\n", "<p>b</p>\n"])
  }

  @Test(arguments: [
    "", "# H\n", "---\n---\n", "---\n\n---\n# H\n", "---\nnav: 1\n---\n", "---\n# title: A\n---\n", "---\ntitle: A\n",
    "text\n---\ntitle: A\n---\n", "----\ntitle: A\n----\n",
  ])
  func wantsTitle(text: String) {
    #expect(
      mistakes(text) == """
        Content/guide/a.md:1: error: the page has no title
        = help: begin it with `---`, `title: …`, `---`
        """)
  }

  @Test(arguments: [
    (
      "title: A\nlayuot: report",
      """
      3:1: error: unknown key `layuot`, expected one of `title`, `about`, `lede`, `layout`, `nav`, `label`, `address`, \
      `for`, `index`, `months`, `audience`, `safe`
        layuot: report
        ^
      = help: did you mean `layout`?
      """
    ),
    (
      "title: A\r\nlayout: wide",
      "3:9: error: expected one of `prose`, `report`, found `wide`\n  layout: wide\n          ^"
    ),
    (
      "title: A\nfor: week",
      """
      3:6: error: expected one of `day`, `month`, `customers`, `timeline`, or a query \
      that begins with `select` or `with`, found `week`
        for: week
             ^
      """
    ),
    ("title: A\nnav: first", "3:6: error: expected a whole number, found `first`\n  nav: first\n       ^"),
    ("title: A\nmonths: some", "3:9: error: expected true or false, found `some`\n  months: some\n          ^"),
    ("title: [A]", "2:8: error: expected some text, found a list\n  title: [A]\n         ^"),
    ("title:", "2:7: error: expected some text, found nothing\n  title:\n        ^"),
    ("title: A\nlede: {a: b}", "3:7: error: expected some text, found `key: value` lines\n  lede: {a: b}\n        ^"),
    ("- title", "2:1: error: expected `key: value` lines, found a list\n  - title\n  ^"),
    ("title", "2:1: error: expected `key: value` lines, found `title`\n  title\n  ^"),
    ("title: A\ntitle: B", "2:1: error: a key stands twice: `title`\n  title: A\n  ^"),
    (
      "title: A\nlede: a: b",
      """
      3:8: error: unreadable front matter: mapping values are not allowed in this context
        lede: a: b
               ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
    (
      "title: 'A",
      """
      3:1: error: unreadable front matter: found unexpected end of stream
      \("  ")
        ^
      = help: look at quotes, brackets and indentation, here and in the lines above
      """
    ),
  ])
  func tellsWhatIsWrongAndWhere(matter: String, expected: String) {
    #expect(mistakes("---\n\(matter)\n---\n# H\n") == "Content/guide/a.md:" + expected, "\(matter)")
  }

  @Test(arguments: [
    "../a.html", "/a.html", "a//b.html", "./a.html", "a/.html", "a.md", "a b.html", "a.html#x", "C:a.html",
  ])
  func refusesAddressesThatLeaveTheSiteOrNameNoPage(address: String) {
    #expect(
      mistakes("---\ntitle: A\naddress: '\(address)'\n---\n") == """
        Content/guide/a.md:3:10: error: expected an address below the site's root that ends with `.html`, found \
        `\(address)`
          address: '\(address)'
                   ^
        """)
  }

  @Test func collectsAllErrorsOfFrontMatter() {
    let text = "---\nnav: x\nmonths: 2\nfoo: bar\nfor: ever\n---\n"
    let lines = mistakes(text).split(separator: "\n").filter { $0.hasPrefix("Content") }
    #expect(
      lines.map { $0.prefix(22) } == [
        "Content/guide/a.md:2:6", "Content/guide/a.md:3:9", "Content/guide/a.md:4:1", "Content/guide/a.md:5:6",
      ])
  }

  @Test(arguments: FrontMatter.keys)
  func knowsEveryKeyItNames(key: String) {
    #expect(!mistakes("---\n\(key): [x]\n---\n").contains("unknown key"))
  }
}
