import TestSupport
import Testing

@testable import Events

@Suite struct CSVMarksTests {
  @Test(arguments: 1...8)
  func findsWhatAByteByByteSearchFinds(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let marks: [UInt8] = [0x2C, 0x22, 0x0A, 0x80, 0xFF]
    // Few marks or many: within a block, and none in several.
    let rarity = 1 << random.below(8)
    let bytes = (0..<1000).map { _ in
      random.below(rarity) == 0 ? marks[random.below(marks.count)] : [0x41, 0x0D, 0x21, 0x2D, 0x7F][random.below(5)]
    }
    let slow = bytes.indices.map { place in bytes[place...].firstIndex { marks.contains($0) } ?? bytes.count }
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var fast = CSVMarks(from: base)
      var place = 0
      for _ in 0..<2000 {
        // Mostly onwards by a field, at times to anywhere.
        place = random.below(10) == 0 ? random.below(bytes.count) : min(bytes.count - 1, place + random.below(12))
        #expect(fast.next(base + place, base + bytes.count) - base == slow[place], "seed \(seed), place \(place)")
      }
      #expect(fast.next(base + bytes.count, base + bytes.count) - base == bytes.count)
    }
  }
}
