import TestSupport
import Testing

@testable import Privacy

@Suite struct WordReaderTests {
  private func words(_ text: String) -> [(hash: PhraseHash, end: Int)] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return [] }
      let reader = WordReader(text: TextBytes(base: base, count: bytes.count))
      var words: [(hash: PhraseHash, end: Int)] = []
      var at = 0
      while at < bytes.count {
        let word = reader.word(at: at)
        if word.end > at { words.append(word) }
        at = max(word.end, at + 1)
      }
      return words
    }
  }

  /// Whatever stands around, and whether it is read eight bytes at a time or one by one.
  @Test(arguments: 1...20)
  func hashesAWordTheSameWhereverItStands(length: Int) {
    let word = String("abcdefghij0123456789".prefix(length))
    let hash = words(word)[0].hash
    for around in ["", " ", "-.,;:!?()", "\u{201E}", "\u{A0}", "          "] {
      let found = words(around + word.uppercased() + around)
      #expect(found.count == 1 && found[0].hash == hash, "\(around)")
      #expect(found[0].end == around.utf8.count + length)
    }
    #expect(words(word.replacing("a", with: "Å").replacing("e", with: "é")).map(\.hash) == [hash])
    #expect(words(word + "x")[0].hash != hash)
    #expect(words(word + "é")[0].hash == words(word + "E")[0].hash)
  }

  @Test func tellsWordsOfOtherLettersApart() {
    let names = ["Ωμέγα", "ωμεγα", "Мария", "мария", "王小明", "王小红", "straße", "STRASSE", "Øre", "ore"]
    let hashes = names.map { words($0).map(\.hash) }
    for (a, b) in [(0, 1), (2, 3), (6, 7), (8, 9)] { #expect(hashes[a] == hashes[b], "\(names[a]) \(names[b])") }
    #expect(Set(hashes).count == 6)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func tellsLettersAndDigitsOfEightBytes(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<8).map { _ in UInt8(numbers.below(256)) }
      let eight = EightBytes(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
      func mask(_ belongs: (UInt8) -> Bool) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | (belongs($1) ? 0x80 : 0) }
      }
      let (letters, digits) = eight.lettersAndDigits
      #expect(letters == mask { $0.isLetter } && digits == mask { $0.isDigit }, "seed \(seed): \(bytes)")
      let byte = bytes[numbers.below(8)]
      #expect(eight.equal(to: byte) == mask { $0 == byte }, "seed \(seed): \(bytes)")
    }
  }
}
