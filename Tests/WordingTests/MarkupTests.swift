import Testing
import Wording

@Suite struct MarkupTests {
  private let links = Links(from: "timelines/ab/abcdefghijkl.html", hints: ["session": "One \"talk\" <with> the AI"])

  @Test(arguments: [
    ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"),
    ("{x}", "&lt;b&gt; [y](page:z) {n}"),
    ("{n!ai} of {n!conv}", "<span class=\"key k-ai\">3</span> of <span class=\"key k-conv\">3</span>"),
    (
      "[AI sessions](term:session)",
      "<a href=\"../../faq.html#session\" class=\"term\" title=\"One &quot;talk&quot; &lt;with&gt; the AI\">AI sessions</a>"
    ),
    ("[a](term:none)", "<a href=\"../../faq.html#none\" class=\"term\" title=\"\">a</a>"),
    ("[S & T](page:sessions.html?a=1&b#c)", "<a href=\"../../sessions.html?a=1&amp;b#c\">S &amp; T</a>"),
    ("[{n} rejected, {x}](page:q.html).", "<a href=\"../../q.html\">3 rejected, &lt;b&gt; [y](page:z) {n}</a>."),
    ("[{other}](page:q.html)", "<a href=\"../../q.html\">{other}</a>"),
  ])
  func writesMarkup(sentence: String, expected: String) throws {
    let words = try words(["k": sentence])
    #expect(words.markup("k", ["n": "3", "x": "<b> [y](page:z) {n}"], links: links).text == expected, "\(sentence)")
  }

  @Test(arguments: [
    "{", "}", "{n", "[", "[a", "[a]", "[a] (page:b)", "[a](page:b", "[a](page)", "[a](:b)", "[a](https://b.example)",
    "[a](javascript:b)", "{}", "{other}", "{other!ai}", "[[a", "]", "a [b] {c", "(page:x)",
  ])
  func leavesBrokenSyntaxAsItIsWritten(sentence: String) throws {
    #expect(try words(["k": sentence]).markup("k", ["n": "3"], links: links).text == sentence)
  }

  @Test func escapesRolesAndTargets() throws {
    let words = try words(["k": "{n!\"><b>}[a](page:\"><b>)"])
    #expect(
      words.markup("k", ["n": "3"], links: links).text
        == "<span class=\"key k-&quot;&gt;&lt;b&gt;\">3</span><a href=\"../../&quot;&gt;&lt;b&gt;\">a</a>")
  }

  @Test func showsMissingKey() throws {
    #expect(try words().markup("a.<b>", links: links).text == "‹a.&lt;b&gt;›")
  }

  @Test(arguments: [
    ("index.html", "", "faq.html"), ("sessions/2025-09-18.html", "../", "../faq.html"),
    ("timelines/ab/x.html", "../../", "../../faq.html"),
  ])
  func reachesOtherPagesByRelativeAddresses(page: String, root: String, faq: String) {
    let links = Links(from: page, hints: [:])
    #expect(links.root == root)
    #expect(links.address("faq.html") == faq)
    #expect(links.term("session") == faq + "#session")
    #expect(links.hint("session") == "")
  }
}

@Suite struct BidiIsolationTests {
  @Test(arguments: ["שרה", "سارة", "\u{202E}niboR", "Sara שרה", "\u{10800}", "\u{200F}"])
  func setsApartWhatTurnsTheDirection(text: String) {
    #expect(text.isolated == "\u{2068}\(text)\u{2069}")
  }

  @Test(arguments: ["", "Robin", "Jürgen", "Юлия", "さくら", "a–b…", "🙂"])
  func leavesAllElse(text: String) {
    #expect(text.isolated == text)
  }
}
