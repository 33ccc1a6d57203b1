import Testing

@testable import Snapshots

@Suite struct ContentsTests {
  @Test func takesAllFilesWhereNoPageIsNamed() throws {
    let site = try TestSite()
    #expect(try SnapshotContents(folder: site.path("public")).paths == TestSite.files.keys.sorted())
  }

  @Test func takesWhatChosenPagesReferToAndNoOtherTablesAndShards() throws {
    let site = try TestSite()
    let contents = try SnapshotContents(folder: site.path("public"), pages: [Glob("people/*")].compactMap { $0 })
    #expect(contents.paths == ["assets/icon.svg", "people.csv", "people/a b.html"])
    #expect(contents.first == "people/a b.html")
  }

  @Test func refusesPatternsThatNothingMatches() throws {
    let site = try TestSite()
    for (pattern, error) in [("x/*", SnapshotError.noPages("x/*")), ("people.csv", .nothingToOpen)] {
      #expect(throws: error) {
        try SnapshotContents(folder: site.path("public"), pages: [Glob(pattern)].compactMap { $0 })
      }
    }
  }

  @Test func refusesWhatIsNoSite() throws {
    let site = try TestSite(["data.csv": "", "snapshot.json": "", "b/index.html": ""])
    #expect(throws: SnapshotError.noSite(site.path("none"))) { try SnapshotContents(folder: site.path("none")) }
    #expect(throws: SnapshotError.nameTaken) { try SnapshotContents(folder: site.path("public")) }
  }

  @Test(arguments: [
    ("a.html", "index.html", "a.html"), ("../a.css", "x/y.html", "a.css"), ("b.html#c", "x/y.html", "x/b.html"),
    ("a%20b.html?q=1", "i.html", "a b.html"), ("./a&amp;b.svg", "i.html", "a&b.svg"), ("a%2", "i.html", "a%2"),
    ("", "i.html", nil), ("#x", "i.html", nil), ("../a", "i.html", nil), ("https://a/b", "i.html", nil),
    ("mailto:a", "i.html", nil), ("/a", "i.html", nil), ("data:image/png;base64,AA", "i.html", nil),
  ])
  func resolvesLinks(link: String, page: String, expected: String?) {
    #expect(References.resolve(link, from: page) == expected, "\(link) on \(page)")
  }

  @Test func findsReferencesInAttributes() {
    let html = Array(
      "<a href=\"b.html\"><img alt=\"x\" src=\"c.png\"> say = \"no\" data-src=\"d.png\" href=\"e".utf8)
    html.withUnsafeBufferPointer {
      #expect(References.all(in: $0, of: "i.html") == ["b.html", "c.png", "d.png", "e"])
    }
  }
}
