import TestSupport
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
    #expect(found(html) == expected, "\(html)")
  }

  @Test(arguments: 0..<20)
  func findsWhatStandsInTagsAndNothingInValues(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let names = ["id", "href", "src", "data-id", "class", "d", "x1", "headers", "title"]
    let values = ["", "a", " id=", "x href=", "d=", "some longer words", "../../faq.html#term", "#e-abc", "12.5%", "="]
    var html = ""
    var expected: [String] = []
    for _ in 0..<200 {
      let (name, value) = (names[numbers.below(names.count)], values[numbers.below(values.count)])
      html += String(repeating: "t", count: numbers.below(9)) + "<p \(name)=\"\(value)\">"
      if name == "id" { expected.append("#" + value) }
      if name == "href" || name == "src" { expected.append(value) }
    }
    #expect(found(html) == expected, "seed \(seed)")
  }

  private func found(_ html: String) -> [String] {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      LinkScanner(bytes).map { attribute in
        switch attribute {
        case .id(let id): "#" + String(decoding: id, as: UTF8.self)
        case .link(let link): String(decoding: link, as: UTF8.self)
        }
      }
    }
  }
}
