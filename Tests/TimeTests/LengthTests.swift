import Testing
import Time

@Suite struct LengthTests {
  @Test(
    arguments: [
      ("250ms", 250), ("90s", 90_000), ("15m", 900_000), ("2h", 7_200_000), ("1d", 86_400_000), ("1h30m", 5_400_000),
      ("1d2h3m4s5ms", 93_784_005), ("99999d", 8_639_913_600_000),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(Length(text)?.milliseconds == milliseconds)
    #expect(Length(text).flatMap { Length($0.description) }?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "0s", "h", "1", "1x", "30m1h", "1h1h", "-1h", "1 h", "1h ", "1.5h", "100001d", "9999999999999h", "none",
  ])
  func refuses(text: String) {
    #expect(Length(text) == nil)
  }

  @Test func writesTheShortestText() {
    #expect(Length.hours(24).description == "1d")
    #expect(Length.minutes(90).description == "1h30m")
    #expect(Length(milliseconds: 0).description == "0s")
  }
}
