import HTML
import TestSupport
import Testing

/// The fast writers, which look at eight bytes at once, against slow ones that look at each.
@Suite struct EscapingPropertyTests {
  @Test(arguments: 0..<40)
  func escapesAsTheSlowWayDoes(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    for _ in 0..<100 {
      let text = self.text(&numbers)
      var escaped: [UInt8] = []
      var dropped: [UInt8] = []
      text.withUnsafeBufferPointer {
        escaped.appendEscaped($0)
        dropped.appendEscapedDroppingControls($0)
        #expect($0.isUsual == $0.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }, "seed \(seed)")
      }
      #expect(escaped == slowlyEscaped(text), "seed \(seed): \(text)")
      #expect(dropped == slowlyEscaped(withoutControls(text)), "seed \(seed): \(text)")
    }
  }

  /// Mostly letters, so that runs of them cross the words' borders.
  private func text(_ numbers: inout SeededNumbers) -> [UInt8] {
    let special = Array("&<>\"'#%$?=;\n\t \0\u{1}\u{1F}\u{7F}\u{80}\u{9F}\u{A0}é漢🙂".utf8)
    return (0..<numbers.below(70)).map { _ in
      numbers.below(6) == 0 ? special[numbers.below(special.count)] : UInt8(0x61 + numbers.below(26))
    }
  }

  private func slowlyEscaped(_ text: [UInt8]) -> [UInt8] {
    let entities: [UInt8: String] = [
      0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x27: "&#39;", 0: "\u{FFFD}",
    ]
    return text.flatMap { byte in entities[byte].map { Array($0.utf8) } ?? [byte] }
  }

  private func withoutControls(_ text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < text.count {
      let next = index + 1 < text.count ? text[index + 1] : 0
      if text[index] == 0xC2, (0x80...0x9F).contains(next) {
        index += 2
      } else {
        let isControl = text[index] < 0x20 && text[index] != 0x09 && text[index] != 0x0A || text[index] == 0x7F
        if !isControl { kept.append(text[index]) }
        index += 1
      }
    }
    return kept
  }
}
