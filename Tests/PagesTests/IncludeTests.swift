import Diagnostics
import Files
import Testing

@testable import Pages

@Suite struct IncludeTests {
  @Test func putsFilesInTheirPlace() throws {
    let page = try page(
      "A\n\n```include parts/_note.md\n```\n\nB\n",
      [
        "parts/_note.md": "## Note {{ q.x }}\n\n```include _deep.md\n```\n\nC\n",
        "_deep.md": "```sql q\nselect 1\n```\n",
      ])
    #expect(
      page.outline == [
        "<p>A</p>\n", "h2 note: Note {{ q.x }}", "sql q at Content/_deep.md:1", "<p>C</p>\n", "<p>B</p>\n",
      ])
    guard case .heading(let heading) = page.pieces[1] else {
      Issue.record("no heading")
      return
    }
    #expect(heading.words.lives.map(\.place.description) == ["Content/parts/_note.md:1:9"])
  }

  @Test func leadsLinksFromTheIncludingPage() throws {
    let page = try page("```include _a.md\n```\n", ["_a.md": "[a](b.html) [t](term:session)\n"])
    #expect(
      page.outline == [
        "<p><a href=\"b.html\">a</a> <a class=\"term\" href=\"../faq.html#session\">t</a></p>\n"
      ])
    #expect(
      try page.copied(to: "2025-09/guide/page.html").outline == [
        "<p><a href=\"../../guide/b.html\">a</a> <a class=\"term\" href=\"../../faq.html#session\">t</a></p>\n"
      ])
  }

  @Test func includesOneFileTwice() throws {
    #expect(
      try page("```include _a.md\n```\n\n```include _a.md\n```\n", ["_a.md": "## A\n"]).outline
        == ["h2 a: A", "h2 a-2: A"])
  }

  @Test func takesNoPageOfIncludedFiles() throws {
    #expect(
      try pages(["_a.md": "no title", "b/_c.md": "", "_d/e.md": "---\ntitle: E\n---\n"]).map(\.name) == ["_d/e.md"])
  }

  @Test(arguments: [
    (
      ["_note.md": "x"], "```include _noet.md\n```",
      """
      Content/guide/page.md:4:12: error: no file `Content/_noet.md` to include
        ```include _noet.md
                   ^
      = help: did you mean `_note.md`?
      """
    ),
    (
      [:], "```include b.md\n```",
      """
      Content/guide/page.md:4:12: error: no file `Content/b.md` to include
        ```include b.md
                   ^
      = help: write its path below `Content`; its name begins with `_` and ends with `.md`
      """
    ),
    (
      ["_a.md": "\n```include _b.md\n```\n", "_b.md": "```include _a.md\n```\n"], "```include _a.md\n```",
      """
      Content/_b.md:1:12: error: files include each other in a circle: `_a.md` → `_b.md` → `_a.md`
        ```include _a.md
                   ^
      """
    ),
    (
      ["_a.md": "---\ntitle: A\n---\nx\n"], "```include _a.md\n```",
      """
      Content/_a.md:1: error: front matter in a file that is included
        ---
      = help: it belongs to pages; remove the lines up to the second `---`
      """
    ),
    (
      ["_a.md": "a\n\n<b>\n"], "```include _a.md\n```",
      """
      Content/_a.md:3:1: error: raw HTML is not allowed in a page
        <b>
        ^
      = help: write Markdown, or put the markup into a template
      """
    ),
    (
      ["_a.md": "{{ a\n"], "```include _a.md\n```",
      """
      Content/_a.md:1:1: error: a live number is not closed on its line, expected `}}`
        {{ a
        ^
      = help: write `\\{{` for the braces themselves
      """
    ),
    (
      ["_a.md": "```sql q\n```\n"], "```sql q\n```\n\n```include _a.md\n```",
      """
      Content/_a.md:1:8: error: two queries are called `q`: the first stands at Content/guide/page.md:4
        ```sql q
               ^
      = help: give one of them another name
      """
    ),
    (
      [:], "```include\n```", "Content/guide/page.md:4: error: expected one name after `include`, found 0\n  ```include"
    ),
  ])
  func tellsWhatIsWrongAndWhere(files: [String: String], body: String, expected: String) {
    let error = #expect(throws: Diagnostics.self) { try page(body, files) }
    #expect(error?.description == expected)
  }

  @Test func tellsMistakeOfFileOnce() {
    let include = "---\ntitle: A\n---\n```include _a.md\n```\n"
    let error = #expect(throws: Diagnostics.self) { try pages(["a.md": include, "b.md": include, "_a.md": "<b>"]) }
    #expect(error?.all.count == 1)
  }

  @Test func stopsWhereIncludesMultiply() {
    var files = ["_z.md": "x\n"]
    for step in 1...30 {
      let next = step == 30 ? "_z.md" : "_\(step + 1).md"
      files["_\(step).md"] = "```include \(next)\n```\n\n```include \(next)\n```\n"
    }
    let error = #expect(throws: Diagnostics.self) { try page("```include _1.md\n```\n", files) }
    #expect(error?.all.map(\.summary) == ["a page includes 1000 files and more"])
  }

  private func page(_ body: String, _ files: [String: String]) throws -> Page {
    try #require(
      try pages(files.merging(["guide/page.md": "---\ntitle: A\n---\n" + body]) { $1 })
        .first { $0.name == "guide/page.md" })
  }

  private func pages(_ files: [String: String]) throws -> [Page] {
    let contents = Dictionary(uniqueKeysWithValues: files.map { ("site/Content/" + $0.key, $0.value) })
    return try PageLoader(source: MemoryFileSource(contents), folder: "site/Content").load()
  }
}
