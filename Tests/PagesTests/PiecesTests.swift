import Testing

@testable import Pages

@Suite struct PiecesTests {
  @Test(arguments: [
    ("## Hand-off to the team", "h2 hand-off-to-the-team: Hand-off to the team"),
    ("## AI *sessions* {#session .vh .x}", "h2 session .vh .x: AI <em>sessions</em>"),
    ("### 24 h & `code`!", "h3 24-h-code: 24 h &amp; <code>code</code>!"),
    ("## Größe: Überblick", "h2 größe-überblick: Größe: Überblick"), ("## …", "h2 section: …"),
    ("## {#only}", "h2 only: "), ("# -- A --", "h1 a: -- A --"),
  ])
  func namesHeadings(markdown: String, expected: String) throws {
    #expect(try page(body: markdown).outline == [expected])
  }

  @Test func numbersHeadingsOfSameWords() throws {
    #expect(
      try page(body: "## A\n\n## A\n\n## A-2\n\n## A\n").outline
        == ["h2 a: A", "h2 a-2: A", "h2 a-2-2: A-2", "h2 a-3: A"])
  }

  @Test func refusesGivenIdTwice() {
    #expect(
      mistakes("---\ntitle: A\n---\n## A {#x}\n\n## B {#x}\n\n```terms\nTerm {#x}\nWords.\n\nOther {#x}\n```\n") == """
        Content/guide/a.md:6: error: the id `x` stands twice on this page
          ## B {#x}
        = help: give one of them another id
        Content/guide/a.md:9: error: the id `x` stands twice on this page
          Term {#x}
        = help: give one of them another id
        Content/guide/a.md:12: error: the id `x` stands twice on this page
          Other {#x}
        = help: give one of them another id
        """)
  }

  @Test func readsBlocksWithOptions() throws {
    let body = "```report summary\n\nby: 'channel : sub'  \r\nunit: days\n```\n\n~~~ timeline   list\n~~~\n"
    #expect(
      try page(body: body).outline == [
        "report summary at Content/guide/a.md:4, by=channel : sub, unit=days", "timeline list at Content/guide/a.md:10",
      ])
  }

  @Test(arguments: [
    ("```report\n```\n", "4: error: expected one name after `report`, found 0\n  ```report"),
    ("a\n\n```report a b\n```\n", "6: error: expected one name after `report`, found 2\n  ```report a b"),
    (
      "```report a\n\nby channel\n```\n",
      "6:1: error: expected `key: value` lines, found `by channel`\n  by channel\n  ^"
    ),
    ("```report a\nby:\n```\n", "5:4: error: expected a single value, found nothing\n  by:\n     ^"),
    ("```timeline a\n: b\n```\n", "5:1: error: unreadable options: did not find expected key\n  : b\n  ^"),
    (
      "a\n\nb <b>c</b>\n",
      """
      6:3: error: raw HTML is not allowed in a page
        b <b>c</b>
          ^
      = help: write Markdown, or put the markup into a template
      """
    ),
  ])
  func tellsWhatIsWrongAndWhere(body: String, expected: String) {
    let text = mistakes("---\ntitle: A\n---\n" + body)
    #expect(text.hasPrefix("Content/guide/a.md:" + expected), "\(body)\(text)")
    #expect(mistakes("---\r\ntitle: A\r\n---\r\n" + body.replacing("\n", with: "\r\n")) == text)
  }

  @Test func rendersOtherFencesAsCode() throws {
    let outline = try page(body: "```yaml\na: <b>\n```\n").outline
    #expect(outline == ["<pre tabindex=\"0\"><code class=\"language-yaml\">a: &lt;b&gt;\n</code></pre>\n"])
  }

  @Test func readsTerms() throws {
    let body = """
      ```terms
      AI session {#session .ai}
      One *talk* with the AI,
      see [contact](term:contact).

      Contact & more
      Handled by < 2 people.


      Empty {#e}
      ```
      """
    let page = try page(body: body)
    #expect(
      page.outline == [
        "session .ai: AI session: <p>One <em>talk</em> with the AI,\n"
          + "see <a class=\"term\" href=\"../faq.html#contact\">contact</a>.</p>\n"
          + "contact-more: Contact &amp; more: <p>Handled by &lt; 2 people.</p>\ne: Empty: "
      ])
    guard case .terms(let terms) = page.pieces.first else {
      Issue.record("no terms")
      return
    }
    #expect(terms.map(\.plain) == ["One talk with the AI, see contact.", "Handled by < 2 people.", ""])
  }

  @Test(arguments: ["```terms\n```\n", "```terms\n\n\n```\n"])
  func readsTermsWithoutEntries(body: String) throws {
    #expect(try page(body: body).outline == [""])
  }
}
