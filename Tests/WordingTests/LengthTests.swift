import Testing
import Time
import Wording

@Suite struct LengthTests {
  @Test(arguments: [
    ("0s", "0 s", "0 s", "0:00"), ("999ms", "0 s", "0 s", "0:00"), ("45s", "45 s", "45 s", "0:00"),
    ("59s999ms", "59 s", "59 s", "0:00"), ("60s", "1 min", "1 min", "0:01"), ("7m59s", "7 min", "7 min", "0:07"),
    ("1h", "1 h", "1 h", "1:00"), ("1h29m", "1 h 29 min", "1 h", "1:29"), ("1h30m", "1 h 30 min", "2 h", "1:30"),
    ("1h59m59s", "1 h 59 min", "2 h", "1:59"), ("2h", "2 h", "2 h", "2:00"), ("1d", "24 h", "24 h", "24:00"),
    ("1d23h59m", "47 h 59 min", "48 h", "47:59"), ("2d", "2 days", "2 days", "48:00"),
    ("2d1h", "2 days 1 h", "2 days", "49:00"), ("2d11h59m", "2 days 11 h", "2 days", "59:59"),
    ("2d12h", "2 days 12 h", "3 days", "60:00"), ("9d23h", "9 days 23 h", "10 days", "239:00"),
    ("10d23h", "10 days", "11 days", "263:00"), ("99999d", "99,999 days", "99,999 days", "2399976:00"),
  ])
  func writesLength(text: String, long: String, short: String, clock: String) throws {
    let words = try words()
    let length = text == "0s" ? Length(milliseconds: 0) : try #require(Length(text))
    #expect(words.length(length) == long, "\(text)")
    #expect(words.shortLength(length) == short, "\(text)")
    #expect(words.clockLength(length) == clock, "\(text)")
  }

  /// A clock that runs backwards makes lengths below nothing; they are told, not hidden or garbled.
  @Test(
    arguments: [
      (-999, "0 s", "0 s", "0:00"), (-5000, "−5 s", "−5 s", "0:00"), (-420_000, "−7 min", "−7 min", "−0:07"),
      (-8_520_000, "−2 h 22 min", "−2 h 22 min", "−2:22"),
    ] as [(Int64, String, String, String)])
  func writesNegativeLength(milliseconds: Int64, long: String, short: String, clock: String) throws {
    let words = try words()
    let length = Length(milliseconds: milliseconds)
    #expect(words.length(length) == long)
    #expect(words.shortLength(length) == short)
    #expect(words.clockLength(length) == clock)
  }

  @Test(arguments: [
    ("59s999ms", "1s"), ("60s", "1m"), ("1d23h59m", "1m"), ("2d", "1h"), ("9d23h", "1h"), ("10d", "1d"),
  ])
  func namesTheUnitThatItCutsTo(text: String, unit: String) throws {
    #expect(try words().lengthUnit(#require(Length(text))) == Length(unit), "\(text)")
  }

  @Test func countsOneDayByItsOwnForm() throws {
    let words = try words(["format.length.day.other": "many", "format.length.day.one": "one"])
    #expect(words.length(.days(3)) == "many")
  }
}
