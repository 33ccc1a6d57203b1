import Testing

@testable import Site

@Suite struct LinkResolverTests {
  @Test(
    arguments: [
      ("index.html", "faq.html", "faq.html"), ("index.html", "#a", "index.html#a"), ("index.html", "#", "index.html#"),
      ("index.html", "?q=1", "index.html"), ("index.html", "?q=1#a", "index.html#a"), ("index.html", ".", "index.html"),
      ("index.html", "./", "index.html"), ("index.html", "./faq.html", "faq.html"),
      ("index.html", "guide/", "guide/index.html"),
      ("index.html", "faq.html?a=b/../c#d", "faq.html#d"), ("index.html", "a//b.html", "a/b.html"),
      ("guide/rules.html", "faq.html", "guide/faq.html"), ("guide/rules.html", "../faq.html#x", "faq.html#x"),
      ("guide/rules.html", "?q", "guide/rules.html"), ("guide/rules.html", "#x", "guide/rules.html#x"),
      ("guide/rules.html", "./", "guide/index.html"), ("guide/rules.html", ".", "guide/index.html"),
      ("guide/rules.html", "..", "index.html"), ("guide/rules.html", "../", "index.html"),
      ("guide/rules.html", "../guide/../faq.html", "faq.html"),
      ("timelines/ab/x.html", "../../faq.html", "faq.html"), ("timelines/ab/x.html", "..", "timelines/index.html"),
      ("timelines/ab/x.html", "../cd/y.html#e-1", "timelines/cd/y.html#e-1"),
      ("index.html", "a.html#x/../y", "a.html#x/../y"), ("index.html", "a/b:c.html", "a/b:c.html"),
      // Out of the site.
      ("index.html", "../x.html", "../x.html"), ("guide/rules.html", "../../../x.html", "../../x.html"),
      ("index.html", "/faq.html", "/faq.html"), ("guide/rules.html", "//host.example/x", "//host.example/x"),
      // Escaped for HTML, escaped for URLs.
      ("index.html", "a.html?b&amp;c#d&quot;e", "a.html#d\"e"),
      ("index.html", "&lt;&#39;&amp;lt;&gt;.html", "<'&lt;>.html"),
      ("index.html", "gr%C3%B6%C3%9Fe.html#%C3%BC", "größe.html#ü"), ("index.html", "100%.html", "100%.html"),
      ("index.html", "%4", "%4"), ("index.html", "a%2g.html", "a%2g.html"),
      ("index.html", "größe.html#ü", "größe.html#ü"),
      // Elsewhere.
      ("index.html", "https://host.example/", nil), ("index.html", "mailto:a@b.example", nil),
      ("index.html", "data:image/svg+xml,%3Csvg", nil), ("index.html", "", nil),
    ] as [(String, String, String?)])
  func resolvesLinksAsBrowserDoes(page: String, link: String, expected: String?) {
    #expect(LinkResolver(page: page).target(link) == expected, "\(link) on \(page)")
  }
}
