import CommonMark
import HTML
import Testing

@Suite struct DocumentTests {
  @Test func takesPageApartIntoBlocks() {
    let document = page("# Title\n\nWords.\n\n```query x\nselect 1\n```\n\n- a\n- b\n")
    #expect(
      document.blocks == [
        .heading(level: 1, inline: words("Title"), plainText: "Title", id: nil, classes: [], line: 1),
        .html(words("<p>Words.</p>\n"), line: 3),
        .fence(info: "query x", body: "select 1\n", line: 5),
        .html(words("<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"), line: 9),
      ])
  }

  @Test func countsLinesFromTheFirst() {
    let bytes = Array("a\n\n[b](c)\n".utf8)
    let document = Document(bytes, path: "p.md", firstLine: 5) { _ in nil as String? }
    #expect(document.blocks.last == .html(words("<p><a href=\"c\">b</a></p>\n"), line: 7))
    #expect(document.links == [Document.Link(kind: .link, destination: "c", line: 7)])
    #expect(document.place(ofLine: 7).description == "p.md:7")
    #expect(document.place(ofLine: 7).text == "[b](c)")
    #expect(document.place(ofLine: 1).text == "")
  }

  @Test(
    arguments: [
      ("## AI Session {#session}", "AI Session", "session", []),
      ("## AI *Session* {#session .term .big}", "AI Session", "session", ["term", "big"]),
      ("## `code` {.mono}", "code", nil, ["mono"]),
      ("## Closed {#x} ##", "Closed", "x", []),
      ("Two\nlines {#x}\n---", "Two lines", "x", []),
      ("## {#x}", "", "x", []),
      ("## Braces {x}", "Braces {x}", nil, []),
      ("## Braces {#x y}", "Braces {#x y}", nil, []),
      ("## Braces {#x #y}", "Braces {#x #y}", nil, []),
      ("## Braces{#x}", "Braces{#x}", nil, []),
      ("## Braces {#x\"}", "Braces {#x\"}", nil, []),
      ("## Braces {}", "Braces {}", nil, []),
      ("## A & B ![alt](i.png)", "A & B alt", nil, []),
    ] as [(String, String, String?, [String])])
  func takesAttributesOffHeadings(source: String, plain: String, id: String?, classes: [String]) {
    guard case .heading(2, let inline, let plainText, let foundID, let foundClasses, 1) = page(source).blocks.first
    else {
      Issue.record("no heading: \(source)")
      return
    }
    #expect(plainText == plain, "\(source)")
    #expect(foundID == id, "\(source)")
    #expect(foundClasses == classes, "\(source)")
    #expect(inline.shown.contains("{#") == plain.contains("{#"), "\(source)")
  }

  @Test func rendersHeadingsInsideOtherBlocks() {
    #expect(html("> ## A {#x .y}\n") == "<blockquote>\n<h2 id=\"x\" class=\"y\">A</h2>\n</blockquote>\n")
  }

  @Test(arguments: [
    ("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"),
    ("*a* **b** `c < d` &amp; <e>", "<p><em>a</em> <strong>b</strong> <code>c &lt; d</code> &amp; </p>\n"),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("1. a\n\n2. b", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"),
    (
      "- a\n  - b\n    > c",
      "<ul>\n<li>a\n<ul>\n<li>b\n<blockquote>\n<p>c</p>\n</blockquote>\n</li>\n</ul>\n</li>\n</ul>\n"
    ),
    ("***", "<hr>\n"),
    ("    a < b\n", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
    (
      "- ```swift x\n  let a = 1\n  ```",
      "<ul>\n<li>\n<pre tabindex=\"0\"><code class=\"language-swift\">let a = 1\n</code></pre>\n</li>\n</ul>\n"
    ),
    ("[a](b \"t & \\\" u\")", "<p><a href=\"b\" title=\"t &amp; &quot; u\">a</a></p>\n"),
    ("[a]\n\n[a]: b", "<p><a href=\"b\">a</a></p>\n"),
    ("", ""),
    ("\n\n", ""),
    ("<!-- note -->", ""),
  ])
  func rendersCommonMark(source: String, expected: String) {
    #expect(html(source) == expected, "\(source)")
  }

  @Test(arguments: ["```\nbody\n```", "~~~\nbody\n~~~", "   ```\nbody\n```", "```\r\nbody\r\n```\r\n"])
  func keepsFencesForTheCaller(source: String) {
    #expect(page(source).blocks == [.fence(info: "", body: "body\n", line: 1)])
  }

  @Test func rendersFenceAsCode() {
    #expect(
      CodeRenderer.render(info: "sh -x", body: "a > \"b\"\n").text
        == "<pre tabindex=\"0\"><code class=\"language-sh\">a &gt; &quot;b&quot;\n</code></pre>\n")
  }

  @Test func dropsRawHTMLAndSaysWhere() {
    let document = page("<!-- a -->\n\na <b>c</b>\n\n<div>\nd\n</div>\n")
    #expect(document.blocks == [.html(words("<p>a c</p>\n"), line: 3)])
    #expect(document.droppedHTML == [3, 3, 5])
  }

  @Test func replacesInvalidUTF8() {
    let document = Document([0x61, 0xFF, 0x62, 0x00, 0xC3], path: "p", resolveLink: { _ in nil })
    #expect(document.blocks == [.html(words("<p>a\u{FFFD}b\u{FFFD}\u{FFFD}</p>\n"), line: 1)])
  }

  @Test func skipsByteOrderMark() {
    #expect(page("\u{FEFF}# a").blocks.count == 1)
    #expect(html("\u{FEFF}a") == "<p>a</p>\n")
  }
}
