import Testing
import Time

@Suite struct InstantWriterTests {
  /// One writer for all, so that a day's kept text is used and left.
  @Test func writesTheSameInAnyOrder() {
    var writer = InstantWriter()
    let day: Int64 = 86_400_000
    for start in [0, -day, -719_528 * day, 19_000 * day, 2_932_896 * day, 0] {
      for rest in [0, 1, 59_999, 60_000, 3_599_999, 45_296_789, day - 1, 0] {
        let instant = Instant(milliseconds: start + rest)
        let text = text(instant, &writer)
        #expect(Instant(text) == instant)
        #expect(text == instant.description)
      }
    }
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (1_777_888_999_012, "2026-05-04T10:03:19.012Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
  ])
  func writes(milliseconds: Int64, expected: String) {
    var writer = InstantWriter()
    #expect(text(Instant(milliseconds: milliseconds), &writer) == expected)
  }

  private func text(_ instant: Instant, _ writer: inout InstantWriter) -> String {
    String(unsafeUninitializedCapacity: InstantWriter.count) { bytes in
      if let place = bytes.baseAddress { writer.write(instant, to: UnsafeMutableRawPointer(place)) }
      return InstantWriter.count
    }
  }
}
