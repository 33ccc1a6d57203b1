import Testing

@testable import Site

@Suite struct LinkScannerTests {
  @Test(arguments: [
    ("<h2 id=\"a\">", ["#a"]), ("<a href=\"b.html#c\" class=\"x\">", ["b.html#c"]),
    ("<script src=\"x.js\"></script>", ["x.js"]), ("<a\n  href=\"b\"\n  id=\"c\">", ["b", "#c"]),
    ("<a\thref=\"b\">", ["b"]), ("<p id=\"\">", ["#"]),
    ("<svg><a href=\"#k-1\"><rect/></a><use href=\"#shape\"/></svg>", ["#k-1", "#shape"]),
    ("<p data-id=\"a\" data-href=\"b\" aria-labelledby=\"c\" data-src=\"d\" xml:id=\"e\" srcid=\"f\">", []),
    ("<p aria-describedby=\"a\" for=\"b\" headers=\"c\" title=\"d id=\" id=\"e\">", ["#e"]),
    ("id=\"a\"", []), ("=\"a\"", []), (" id=\"open", ["#open"]), (" id=", []), (" id=\"", ["#"]), ("", []),
    ("<p>a = &quot;b&quot; id=&quot;c&quot;</p>", []),
  ])
  func findsIdsAndLinks(html: String, expected: [String]) {
    let found = Array(html.utf8).withUnsafeBufferPointer { bytes in
      LinkScanner(bytes).map { attribute in
        switch attribute {
        case .id(let id): "#" + String(decoding: id, as: UTF8.self)
        case .link(let link): String(decoding: link, as: UTF8.self)
        }
      }
    }
    #expect(found == expected, "\(html)")
  }
}
