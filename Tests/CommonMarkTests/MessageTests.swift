import CommonMark
import Testing

@Suite struct MessageTests {
  static let rel = " rel=\"nofollow noopener noreferrer ugc\""

  @Test(arguments: [
    ("", ""),
    ("Hello *there*", "<p>Hello <em>there</em></p>\n"),
    ("# A *b*\n\nc", "<p><strong>A <em>b</em></strong></p>\n<p>c</p>\n"),
    ("# A {#id}", "<p><strong>A {#id}</strong></p>\n"),
    ("```swift\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
    ("[a](https://x.org)", "<p><a href=\"https://x.org\"\(rel)>a</a></p>\n"),
    ("<http://x.org/?a&b>", "<p><a href=\"http://x.org/?a&amp;b\"\(rel)>http://x.org/?a&amp;b</a></p>\n"),
    ("<a@b.org>", "<p><a href=\"mailto:a@b.org\"\(rel)>a@b.org</a></p>\n"),
    ("[a](HTTPS://x.org 't')", "<p><a href=\"HTTPS://x.org\"\(rel) title=\"t\">a</a></p>\n"),
    ("![cat](https://x.org/cat.png)", "<p>cat</p>\n"),
    ("![cat](cat.png)", "<p>cat</p>\n"),
    ("[![cat](cat.png)](https://x.org)", "<p><a href=\"https://x.org\"\(rel)>cat</a></p>\n"),
    ("a <b onclick=x>c</b>", "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n"),
    (
      "<script>\nalert('1')\n</script>\n\nb",
      "<p>&lt;script&gt;<br>\nalert(&#39;1&#39;)<br>\n&lt;/script&gt;</p>\n<p>b</p>\n"
    ),
    ("<!-- hidden -->", "<p>&lt;!-- hidden --&gt;</p>\n"),
    (
      "| a | b |\n|---|--:|\n| [c](/d) | <i> |",
      """
      <div class="scroll" tabindex="0"><table class="tbl">
      <thead>
      <tr><th scope="col">a</th><th scope="col" class="num">b</th></tr>
      </thead>
      <tbody>
      <tr><th scope="row">c</th><td class="num">&lt;i&gt;</td></tr>
      </tbody>
      </table></div>

      """
    ),
  ])
  func rendersMessages(source: String, expected: String) {
    #expect(message(source) == expected, "\(source)")
  }

  @Test(arguments: [
    "/admin", "#top", "page.html", "//evil.org", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#10;script:x",
    "&#x01;javascript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://x.org", "tel:1",
    "term:session",
    "http:x.org", "https:/x.org", "https://", "mailto:", "\\\\x.org", "http&colon;//x.org%0a", "blob:x", "about:blank",
    "",
  ])
  func leavesTextOfOtherLinks(destination: String) {
    let text = message("[a](<\(destination)>)")
    if destination.hasPrefix("http&colon;") {
      #expect(text.contains("href=\"http://x.org%0a\""))
    } else {
      #expect(text == "<p>a</p>\n", "\(destination)")
    }
  }

  @Test(arguments: [("a", "<p>a</p>\n"), ("*a*", "<p><em>a</em></p>\n"), ("- a", "<ul>\n<li>a</li>\n</ul>\n")])
  func appendsRightBehindWhatIsThere(text: String, markup: String) {
    var output = Array("<td>".utf8)
    Array(text.utf8).withUnsafeBufferPointer { renderMessage($0, into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "<td>" + markup)
  }

  @Test func dropsControlCharacters() {
    #expect(message("a\u{1}\u{1B}[31mb\u{7F}\u{85}c\u{200F}d") == "<p>a[31mbc\u{200F}d</p>\n")
  }

  @Test func replacesInvalidUTF8() {
    #expect(message(bytes: [0x61, 0xC3, 0x28, 0xFF, 0x00]) == "<p>a\u{FFFD}(\u{FFFD}\u{FFFD}</p>\n")
  }

  @Test func keepsCharactersOfAllPlanes() {
    #expect(message("e\u{301} ß 漢字 🙂 👩‍👩‍👧 \u{10FFFD}") == "<p>e\u{301} ß 漢字 🙂 👩‍👩‍👧 \u{10FFFD}</p>\n")
  }

  @Test func rendersLongMessagesPlain() {
    let long = String(repeating: "*a* ", count: 25_001)
    #expect(message(long).hasPrefix("<p>*a* *a*"))
    #expect(message(String(long.dropLast(8))).hasPrefix("<p><em>a</em>"))
  }

  @Test(arguments: [">", "> ", "- ", "* ", "1. ", "1) ", "> - "])
  func rendersDeepNestingPlain(mark: String) {
    let text = message(String(repeating: mark, count: 10_000) + "a\nb")
    #expect(text.hasPrefix("<p>") && text.hasSuffix("a<br>\nb</p>\n"), "\(mark)")
  }

  @Test func keepsLongLinesOfDashes() {
    #expect(message(String(repeating: "-", count: 1_000)) == "<hr>\n")
    #expect(message(String(repeating: "7", count: 1_000)).hasPrefix("<p>777"))
  }
}
