import Diagnostics
import Files
import Pages
import TestSupport
import Testing

@Suite struct PageLoaderTests {
  @Test func loadsPagesInTheOrderOfTheirPaths() throws {
    let pages = try load([
      "index.md": "---\ntitle: Home\n---\n", "guide/index.md": "---\ntitle: Guide\n---\n",
      "day.md": "---\ntitle: Day\naddress: sessions/{day}.html\nfor: day\n---\n", "faq.md": "---\ntitle: FAQ\n---\n",
      "exports/readme.md": "no page", "i18n/readme.md": "no page", "site.yml": "title: A", "guide/picture.svg": "",
    ])
    #expect(pages.map(\.path) == ["Content/day.md", "Content/faq.md", "Content/guide/index.md", "Content/index.md"])
    #expect(pages.map(\.address) == ["sessions/{day}.html", "faq.html", "guide/index.html", "index.html"])
  }

  @Test func findsImagesBesidePages() throws {
    let contents = [
      "guide/b.svg": "", "a.png": "", "c.jpeg": "", "exports/d.png": "", "i18n/e.png": "", "f.txt": "", "g.md": "",
    ]
    #expect(try loader(contents).images() == ["a.png", "c.jpeg", "guide/b.svg"])
  }

  @Test func collectsErrorsOfAllPages() {
    let error = #expect(throws: Diagnostics.self) {
      try load(["a.md": "a", "b.md": "---\ntitle: B\n---\n", "c.md": "---\ntitle: C\nnav: x\n---\n"])
    }
    #expect(
      error?.description == """
        Content/a.md:1: error: the page has no title
        = help: begin it with `---`, `title: …`, `---`
        Content/c.md:3:6: error: expected a whole number, found `x`
          nav: x
               ^
        """)
  }

  @Test func refusesTwoPagesAtOneAddress() {
    let error = #expect(throws: Diagnostics.self) {
      try load(["faq.md": "---\ntitle: A\n---\n", "help.md": "---\ntitle: B\naddress: faq.html\n---\n"])
    }
    #expect(
      error?.description == """
        Content/help.md: error: the page's address `faq.html` is that of `Content/faq.md` too
        = help: give one of them another `address`
        """)
  }

  @Test func loadsThisRepositorysPages() throws {
    let pages = try PageLoader(source: DiskFileSource(), folder: Repository.root + "/Content").load()
    #expect(pages.contains { $0.address == "guide/index.html" } && pages.contains { $0.address == "faq.html" })
  }

  private func load(_ contents: [String: String]) throws -> [Page] { try loader(contents).load() }

  private func loader(_ contents: [String: String]) -> PageLoader {
    let files = Dictionary(uniqueKeysWithValues: contents.map { ("site/Content/" + $0.key, $0.value) })
    return PageLoader(source: MemoryFileSource(files), folder: "site/Content")
  }
}
