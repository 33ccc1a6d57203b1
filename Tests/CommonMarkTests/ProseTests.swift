import Testing

@testable import CommonMark

@Suite struct ProseTests {
  @Test(arguments: [
    "Hello.", "Two\nlines, \"quoted\" & more".replacing("&", with: "and"), "A\n\n\nB: (c) 5 > 4 - 3!", "\n\nA\n",
    "é 漢字 🙂 \u{A0}",
    "a#b ~ c = d+e", "https://x.org/?a=1",
  ])
  func takesProse(text: String) {
    #expect(prose(Array(text.utf8)) == markdown(Array(text.utf8)), "\(text.debugDescription)")
  }

  @Test(arguments: [
    "", " a", "a ", "a \nb", "a  \nb", "- a", "a\n- b", "1. a", "a\n---", "# a", "> a", "*a*", "_a_", "`a`", "[a](b)",
    "a <b",
    "a &amp; b", "a\\b", "a|b", "~~~", "a\tb", "a\rb", "a\u{1}b", "\u{FEFF}a", "a\u{7F}",
  ])
  func leavesTheRest(text: String) {
    #expect(prose(Array(text.utf8)) == nil, "\(text.debugDescription)")
  }

  @Test func leavesInvalidUTF8() {
    #expect(prose([0x61, 0xC3]) == nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func rendersLikeLibcmark(seed: UInt64) {
    let pieces = [
      "a", "b c", " ", "\n", "\n", "\n\n", ".", ":", "!", "(", ")", "]", "\"", "'", "é", "\u{85}", "9", "-", "#", ">",
      "=", "~", "&", "*",
    ]
    var state = seed
    for _ in 0..<100 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += Array(pieces[Int(state >> 33) % pieces.count].utf8)
      }
      guard let fast = prose(bytes) else { continue }
      #expect(fast == markdown(bytes), "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func prose(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { text in
      Prose(text).map { prose in
        var output: [UInt8] = []
        prose.render(into: &output)
        return String(decoding: output, as: UTF8.self)
      }
    }
  }

  private func markdown(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { text in
      var output: [UInt8] = []
      renderMarkdown(text, SourceLines(text), into: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }
}
