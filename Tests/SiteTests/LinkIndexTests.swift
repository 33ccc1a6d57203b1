import Testing

@testable import Site

@Suite struct LinkIndexTests {
  @Test func findsNothingBrokenInWholeSite() {
    let index = index([
      "index.html":
        "<a href=\"guide/rules.html#window\"></a><a href=\"#top-1\" id=\"top-1\"></a><script src=\"assets/site.js\">",
      "guide/rules.html":
        "<h2 id=\"window\"></h2><a href=\"../index.html\"></a><a href=\"../index.html#top-1\"></a><a href=\"?q\"></a>",
      "größe.html":
        "<a href=\"gr%C3%B6%C3%9Fe.html#%C3%BC\"></a><a href=\"#%C3%BC\"></a><i id=\"ü\"></i><a href=\"#\"></a>",
    ])
    #expect(text(index) == [])
  }

  @Test func tellsPageAndTargetOfBrokenLinks() {
    let index = index([
      "index.html":
        "<a href=\"guide/rules.html#windw\"></a><a href=\"faq.html\"></a><a href=\"/guide/rules.html\"></a>",
      "guide/rules.html":
        "<h2 id=\"window\"></h2><a href=\"#own\"></a><a href=\"index.html\"></a><a href=\"../../index.html\"></a>",
    ])
    #expect(
      text(index) == [
        "guide/rules.html: ../index.html", "guide/rules.html: guide/index.html",
        "guide/rules.html: guide/rules.html#own",
        "index.html: /guide/rules.html", "index.html: faq.html", "index.html: guide/rules.html#windw",
      ])
  }

  @Test func takesIdsOfOtherAttributesForNone() {
    let index = index([
      "index.html": "<p data-id=\"a\" aria-labelledby=\"b\"></p><a href=\"#a\"></a><a href=\"#b\"></a>"
    ])
    #expect(text(index) == ["index.html: index.html#a", "index.html: index.html#b"])
  }

  @Test func namesTheFirstPageOfTargetInWhateverOrderPagesCome() {
    var one = LinkIndex()
    var other = LinkIndex()
    add("b.html", "<a href=\"x.html\"></a>", to: &one)
    add("c.html", "<a href=\"x.html\"></a>", to: &one)
    add("a.html", "<a href=\"x.html\"></a>", to: &other)
    var merged = one
    merged.merge(other)
    other.merge(one)
    #expect(text(merged) == ["a.html: x.html"])
    #expect(text(other) == ["a.html: x.html"])
  }

  @Test func findsTargetsOfOtherWorkers() {
    var one = LinkIndex()
    var other = LinkIndex()
    add("a.html", "<a href=\"b.html#x\"></a>", to: &one)
    add("b.html", "<p id=\"x\"></p><a href=\"a.csv\"></a>", to: &other)
    other.add(file: "a.csv")
    one.merge(other)
    #expect(text(one) == [])
  }

  private func index(_ pages: [String: String]) -> LinkIndex {
    var index = LinkIndex()
    for (address, html) in pages { add(address, html, to: &index) }
    index.add(file: "assets/site.js")
    return index
  }

  private func add(_ address: String, _ html: String, to index: inout LinkIndex) {
    Array(html.utf8).withUnsafeBufferPointer { index.add(page: address, $0) }
  }

  private func text(_ index: LinkIndex) -> [String] { index.broken().map { "\($0.page): \($0.target)" } }
}
