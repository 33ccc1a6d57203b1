import TestSupport
import Testing
import Time

/// It is to read as `Instant.read` does, whatever was read before.
@Suite struct InstantReaderTests {
  private static let texts = [
    "2026-05-04T10:00:00Z", "2026-05-04T23:59:59.999Z", "2026-05-04T23:59:60Z", "2026-05-04T23:59:60.500Z",
    "2026-05-05T00:00:00.001Z", "2026-05-04T10:00:00.1Z", "2026-05-04T10:00:00+00:00", "2026-05-04t10:00:00.000z",
    "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:60.000Z", "1969-12-31T23:59:59.999Z",
    "2024-02-29T12:34:56.789Z", "2026-02-29T12:34:56.789Z", "2026-05-04 10:00:00.000Z", "2026-05-04T24:00:00Z",
    "2026-05-04T10:60:00Z", "", "2026-05-04",
  ]

  @Test func readsAsOneTextIsRead() {
    var reader = InstantReader()
    for text in InstantReaderTests.texts + InstantReaderTests.texts.reversed() { check(text, &reader) }
  }

  /// A byte of a good text becomes any other, a good one of the same day comes before it.
  @Test func refusesWhatIsAlteredAnywhere() {
    var random = SeededNumbers(seed: 7)
    var reader = InstantReader()
    for _ in 0..<20_000 {
      let good = InstantReaderTests.texts[Int.random(in: 0..<2, using: &random)]
      check(good, &reader)
      var bytes = Array(good.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let near: [UInt8] = Array("0123456789/:.;-TZtz +".utf8) + [0, 0x3F, 0xB0, 0xFF]
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = near.randomElement(using: &random) ?? 0
      }
      check(bytes, &reader)
    }
  }

  private func check(_ text: String, _ reader: inout InstantReader) { check(Array(text.utf8), &reader) }

  private func check(_ bytes: [UInt8], _ reader: inout InstantReader) {
    bytes.withUnsafeBufferPointer { bytes in
      let (found, expected) = (reader.read(bytes), Instant.read(bytes))
      #expect(
        found?.clock == expected?.clock && found?.offset == expected?.offset,
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
