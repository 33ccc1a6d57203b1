import Testing

@testable import Pages

@Suite struct PageLinksTests {
  private let body =
    "[a](term:x) [b](rules.html#y) [c](../faq.html) [d](#here) [e](https://host.example/) [f](?q) [g](/root)\n"

  @Test func keepsLinksOfPageAtItsOwnAddress() throws {
    #expect(
      try hrefs(page(body: body)) == [
        "../faq.html#x", "rules.html#y", "../faq.html", "#here", "https://host.example/", "?q", "/root",
      ])
  }

  @Test func leadsWhereTheyLeadFromCopies() throws {
    #expect(
      try hrefs(page(body: body).copied(to: "2025-09/guide/a.html")) == [
        "../../faq.html#x", "../../guide/rules.html#y", "../../guide/../faq.html", "#here", "https://host.example/",
        "../../guide/?q", "/root",
      ])
  }

  @Test func showsTheSameImagesOnCopies() throws {
    let page = try page(body: "![a](b.png)\n")
    #expect(page.outline == ["<p><img src=\"b.png\" alt=\"a\"></p>\n"])
    #expect(
      try page.copied(to: "2025-09/guide/a.html").outline
        == ["<p><img src=\"../../guide/b.png\" alt=\"a\"></p>\n"])
  }

  private func hrefs(_ page: Page) throws -> [String] {
    page.outline.joined().split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
