import CommonMark
import HTML
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    ("[a](b.html#c)", "<a href=\"b.html#c\">a</a>"),
    ("[a](https://x.org/?a=1&b='2')", "<a href=\"https://x.org/?a=1&amp;b=&#39;2&#39;\">a</a>"),
    ("[a](<b c\">)", "<a href=\"b%20c%22\">a</a>"),
    ("[a](über)", "<a href=\"%C3%BCber\">a</a>"),
    ("<mailto:a@b.org>", "<a href=\"mailto:a@b.org\">mailto:a@b.org</a>"),
    ("[a](TEL:+1)", "<a href=\"TEL:+1\">a</a>"),
    ("[a](javascript:alert(1))", "a"),
    ("[a](JavaScript&#58;alert(1))", "a"),
    ("[a](java&#10;script:alert(1))", "<a href=\"java%0Ascript:alert(1)\">a</a>"),
    ("[a](data:text/html,x)", "a"),
    ("[*a*](file:///etc/passwd)", "<em>a</em>"),
    ("[a](term:unknown)", "a"),
    ("![a](b.png)", "<img src=\"b.png\" alt=\"a\">"),
    ("![*a* \"q\"\n`c`](b.png 'T')", "<img src=\"b.png\" alt=\"a &quot;q&quot; c\" title=\"T\">"),
    ("![a ![b](c.png) [d](e)](f.png)", "<img src=\"f.png\" alt=\"a b d\">"),
    ("![*a* <b>](https://x.org/b.png)!", "a !"),
    ("![a](//x.org/b.png)", "a"),
    ("![a](data:image/png;base64,AA==)", "a"),
    ("![a](\\\\x.org/b.png)", "<img src=\"%5Cx.org/b.png\" alt=\"a\">"),
    ("![a]()", "a"),
  ])
  func rendersLinksAndImages(source: String, expected: String) {
    #expect(html(source) == "<p>\(expected)</p>\n", "\(source)")
  }

  @Test func resolvesTerms() {
    let terms = ["term:session": "faq.html#session"]
    #expect(
      html("[AI *session*](term:session \"What it is\") [b](c)") { terms[$0] }
        == "<p><a href=\"faq.html#session\" title=\"What it is\">AI <em>session</em></a> <a href=\"c\">b</a></p>\n")
  }

  @Test func givesLinksClassAndTitle() {
    let document = Document(Array("[a](term:x \"old\")".utf8), path: "p") { (link: Document.Link) in
      LinkTarget("faq.html#\(link.destination.dropFirst(5))", title: "A \"new\" one", className: "term")
    }
    let expected = "<p><a class=\"term\" href=\"faq.html#x\" title=\"A &quot;new&quot; one\">a</a></p>\n"
    #expect(document.blocks == [.html(words(expected), line: 1)])
  }

  @Test func keepsResolvedLinksSafe() {
    #expect(html("[a](x)") { _ in "javascript:alert(1)" } == "<p>a</p>\n")
  }

  @Test func reportsEveryLinkWithItsLine() {
    let source = """
      [a](one) ![i](two.png)
      [b](javascript:x)

      | [c](three) | x |
      |---|---|
      | 1 | [d][ref] |
      | 2 | ![j](five.png) |

      > - [e](six)

      `code
      over lines` [f](seven
      "title") and
      [g](eight)

      ## [h](nine)

      [ref]: four
      """
    let expected = [
      ("one", 1), ("two.png", 1), ("javascript:x", 2), ("three", 4), ("four", 6), ("five.png", 7), ("six", 9),
      ("seven", 12), ("eight", 14), ("nine", 16),
    ]
    let links = page(source).links
    #expect(links.map(\.destination) == expected.map(\.0))
    #expect(links.map(\.line) == expected.map(\.1))
    #expect(links.filter { $0.kind == .image }.map(\.destination) == ["two.png", "five.png"])
  }
}
