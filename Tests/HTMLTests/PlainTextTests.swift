import HTML
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", ""),
    (" \n\t\r\n\u{1}", ""),
    ("Hello", "<p>Hello</p>\n"),
    ("a\nb", "<p>a<br>\nb</p>\n"),
    ("a\r\nb\rc\n", "<p>a<br>\nb<br>\nc</p>\n"),
    ("\n\na\n\n \nb\n\n", "<p>a</p>\n<p>b</p>\n"),
    ("a\r\n\r\nb", "<p>a</p>\n<p>b</p>\n"),
    ("<b>&\"'", "<p>&lt;b&gt;&amp;&quot;&#39;</p>\n"),
    ("*a* https://x.org", "<p>*a* https://x.org</p>\n"),
    ("a\u{0}\u{8}\u{1B}b\tc", "<p>ab\tc</p>\n"),
    ("\u{202E}abc\u{2066}", "<p>\u{202E}abc\u{2066}</p>\n"),
    ("\u{A0}", "<p>\u{A0}</p>\n"),
  ])
  func keepsParagraphsAndLines(text: String, expected: String) {
    #expect(plain(Array(text.utf8)) == expected, "\(text.debugDescription)")
  }

  @Test func replacesInvalidUTF8() {
    #expect(plain([0x61, 0xFF, 0x3C, 0xC3]) == "<p>a\u{FFFD}&lt;\u{FFFD}</p>\n")
  }

  private func plain(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { renderPlain($0, into: &output) }
    return String(decoding: output, as: UTF8.self)
  }
}
