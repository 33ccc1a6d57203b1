import TestSupport
import Testing

@testable import Privacy

@Suite struct ByteClassesTests {
  /// Against what each byte is by itself, for texts that end anywhere within a block and behind one.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func saysOfEachByteWhatItIs(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let likely = Array("aZ09fG-+/_ .()&%\\\"#é\u{a0}…".utf8)
    for count in 0..<200 {
      let text = (0..<count).map { _ in
        numbers.below(3) == 0 ? UInt8(numbers.below(256)) : likely[numbers.below(likely.count)]
      }
      text.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let text = TextBytes(base: base, count: count)
        let classes = ByteClasses.all(of: text)
        #expect(classes.count == (count + 63) / 64 + 1)
        for place in 0..<classes.count * ByteClasses.width {
          let (these, bit) = (classes[place / ByteClasses.width], UInt64(1) << UInt64(place % ByteClasses.width))
          let said = [these.words, these.wide, these.numbers, these.signs, these.hexes, these.escapes].map {
            $0 & bit != 0
          }
          #expect(said == expected(text, place), "seed \(seed), \(count) bytes, at \(place): \(text[place])")
        }
      }
    }
  }

  private func expected(_ text: TextBytes, _ at: Int) -> [Bool] {
    guard at < text.count else { return Array(repeating: false, count: 6) }
    let (byte, next) = (text[at], text[at + 1])
    let isPlain = byte.isLetter || byte.isDigit
    let mayEscape =
      switch byte {
      case UInt8(ascii: "&"): next.isLetter || next == UInt8(ascii: "#")
      case UInt8(ascii: "%"): next.isLetter || next.isDigit
      case UInt8(ascii: "\\"): true
      default: byte == UInt8(ascii: "\"") && next == byte
      }
    return [
      byte.isWord, byte >= 0x80, byte.isDigit || byte >= 0x80 || " ()-./".utf8.contains(byte),
      isPlain || "+-/_".utf8.contains(byte), byte.isHex, mayEscape,
    ]
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func findsRunsThatAreLongEnough(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<40 {
      var text: [UInt8] = []
      var expected: [Range<Int>] = []
      while text.count < 500 {
        let length = [1, 7, 8, 9, 63, 64, 65, 130][numbers.below(8)]
        if length >= 8 { expected.append(text.count..<text.count + length) }
        text += Array(repeating: UInt8(ascii: "q"), count: length)
        text += Array(repeating: 0x20, count: 1 + numbers.below(70))
      }
      var found: [Range<Int>] = []
      text.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let classes = ByteClasses.all(of: TextBytes(base: base, count: bytes.count))
        ByteClasses.eachRun(classes, widths: [1, 2, 4], { $0.signs }, { found.append($0) })
      }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
