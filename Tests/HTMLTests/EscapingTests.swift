import HTML
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("&<>\"'", "&amp;&lt;&gt;&quot;&#39;"), ("a<b", "a&lt;b"),
    ("\"\u{301}", "&quot;\u{301}"),
    ("\0", "\u{FFFD}"), ("?=;:ÿ漢🙂\t\n\u{1}", "?=;:ÿ漢🙂\t\n\u{1}"), ("<<", "&lt;&lt;"),
  ])
  func escapesText(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    #expect(bytes == Array(expected.utf8), "\(text.debugDescription)")
  }

  @Test func escapesEveryByteThatNeedsIt() {
    let needing = Set("&<>\"'\0".utf8)
    for byte in UInt8.min...UInt8.max {
      var output: [UInt8] = []
      [byte].withUnsafeBufferPointer { output.appendEscaped($0) }
      #expect((output != [byte]) == needing.contains(byte), "byte \(byte)")
    }
  }

  @Test func dropsControls() {
    var output: [UInt8] = []
    var text = "\u{1}a\0\tb\n\r<\u{7F}\u{80}\u{9F}\u{A0}é\u{1F}"
    text.withUTF8 { output.appendEscapedDroppingControls($0) }
    #expect(String(decoding: output, as: UTF8.self) == "a\tb\n&lt;\u{A0}é")
  }

  @Test func appendsShortLiterals() {
    var output: [UInt8] = []
    output.append("a")
    output.append("")
    output.append("é")
    output.append(decimal: Int.min)
    #expect(String(decoding: output, as: UTF8.self) == "aé-9223372036854775808")
  }

  @Test func appendsDecimalNumbers() {
    for number in [0, 7, 9, 10, 99, 100, 1234, -1, -10, 1_000_000, Int.max, Int.min + 1] {
      var output: [UInt8] = [0x3A]
      output.append(decimal: number)
      #expect(String(decoding: output, as: UTF8.self) == ":\(number)")
    }
  }

  @Test func joinsMarkup() {
    let markup = Markup(trusted: "<b>") + Markup(escaping: "<&>") + Markup(trusted: "</b>")
    #expect(markup.text == "<b>&lt;&amp;&gt;</b>")
    #expect(!markup.isEmpty && Markup().isEmpty)
  }
}
