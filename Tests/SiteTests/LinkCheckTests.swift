import Files
import TestSupport
import Testing

@testable import Site

@Suite struct LinkCheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func findsNothingBrokenInWholeSite() throws {
    let pages = [
      "index.html":
        "<a href=\"guide/rules.html#window\"></a><a href=\"#top-1\" id=\"top-1\"></a><script src=\"assets/site.js\">",
      "guide/rules.html":
        "<h2 id=\"window\"></h2><a href=\"../index.html\"></a><a href=\"../index.html#top-1\"></a><a href=\"?q\"></a>",
      "größe.html":
        "<a href=\"gr%C3%B6%C3%9Fe.html#%C3%BC\"></a><a href=\"#%C3%BC\"></a><i id=\"ü\"></i><a href=\"#\"></a>",
    ]
    #expect(try broken(pages) == nil)
  }

  @Test func tellsPageAndTargetOfBrokenLinks() throws {
    let pages = [
      "index.html":
        "<a href=\"guide/rules.html#windw\"></a><a href=\"none.html\"></a><a href=\"/guide/rules.html\"></a>",
      "guide/rules.html":
        "<h2 id=\"window\"></h2><a href=\"#own\"></a><a href=\"index.html\"></a><a href=\"../../index.html\"></a>",
    ]
    #expect(
      try broken(pages) == """
        guide/rules.html: error: the link to `../index.html` leads nowhere
        guide/rules.html: error: the link to `guide/index.html` leads nowhere
        guide/rules.html: error: the link to `guide/rules.html#own` leads nowhere
        index.html: error: the link to `/guide/rules.html` leads nowhere
        index.html: error: the link to `guide/rules.html#windw` leads nowhere
        index.html: error: the link to `none.html` leads nowhere
        """)
  }

  @Test func takesIdsOfOtherAttributesForNone() throws {
    let pages = ["index.html": "<p data-id=\"a\" aria-labelledby=\"b\"></p><a href=\"#a\"></a><a href=\"#b\"></a>"]
    #expect(
      try broken(pages) == """
        index.html: error: the link to `index.html#a` leads nowhere
        index.html: error: the link to `index.html#b` leads nowhere
        """)
  }

  @Test func namesTheFirstPageOfATarget() throws {
    let link = "<a href=\"x.html\"></a>"
    #expect(
      try broken(["b.html": link, "a.html": link, "c.html": link])
        == "a.html: error: the link to `x.html` leads nowhere")
  }

  @Test func namesTheFirstOfPagesThatAreMadeAlike() throws {
    let link = "<a href=\"../x.html\"></a>"
    let families = [
      ["t/c.html": link], ["t/a.html": "<p></p>"], ["t/b.html": link], ["t/d.html": link],
    ]
    #expect(try broken([:], families: families) == "t/b.html: error: the link to `x.html` leads nowhere")
  }

  @Test func checksLinksBetweenPagesOfAFamily() throws {
    let whole = ["t/a.html": "<a href=\"a-1.html#e\"></a>", "t/a-1.html": "<i id=\"e\"></i><a href=\"a.html\"></a>"]
    #expect(try broken([:], families: [whole]) == nil)
    let lame = ["t/a.html": "<a href=\"a-1.html#f\"></a><a href=\"a-2.html\"></a>", "t/a-1.html": "<i id=\"e\"></i>"]
    #expect(
      try broken([:], families: [lame]) == """
        t/a.html: error: the link to `t/a-1.html#f` leads nowhere
        t/a.html: error: the link to `t/a-2.html` leads nowhere
        """)
  }

  @Test func refusesTwoThingsWithOneAddress() throws {
    #expect(
      try broken(["a.html": "1"], families: [["a.html": "2"]])?.contains("two things have the address `a.html`") == true
    )
  }

  /// Publishes the pages and a script; each family is a worker's.
  /// - Returns: the errors, nil if there is none.
  private func broken(_ pages: [String: String], families: [[String: String]] = []) throws -> String? {
    let output = SiteOutput(
      try StagedOutput(output: folder.path + "/public", force: false), isFull: true, inMemory: 1 << 20)
    var notes = PageNotes()
    try output.write(file: "assets/site.js", [], notes: &notes)
    for (address, html) in pages { try output.write(page: address, Array(html.utf8), notes: &notes) }
    try output.hand(over: &notes)
    var worker = PageNotes()
    for family in families {
      worker.beginFamily()
      for (address, html) in family { try output.write(page: address, Array(html.utf8), notes: &worker) }
      worker.endFamily(source: 7)
    }
    try output.hand(over: &worker)
    do {
      _ = try output.publish(jobs: 1)
      return nil
    } catch {
      return "\(error)".split(separator: "\n").filter { !$0.hasPrefix("= help") }.joined(separator: "\n")
    }
  }
}
