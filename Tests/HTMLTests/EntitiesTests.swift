import HTML
import Testing

@Suite struct EntitiesTests {
  @Test(arguments: ["", "plain", "<a href=\"x\">'&'</a>", "&lt;", "&amp;amp;", "&&amp;#39;"])
  func readsBackWhatWasEscaped(text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    #expect(String(decoding: bytes, as: UTF8.self).readingEntities == text)
  }

  @Test func leavesOtherEntitiesAlone() {
    #expect("&copy; &#x27;".readingEntities == "&copy; &#x27;")
  }
}
