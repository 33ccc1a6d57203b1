import Testing
import Wording

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (2134, "2,134"), (-2134, "−2,134"), (1_000_000, "1,000,000"),
    (-1, "−1"), (Int.max, "9,223,372,036,854,775,807"), (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func groupsDigitsByThousands(n: Int, expected: String) throws {
    #expect(try words().number(n) == expected)
  }

  @Test(
    arguments: [
      (291, 1000, 1, "29.1%"), (0, 5, 1, "0.0%"), (5, 5, 1, "100.0%"), (1, 3, 1, "33.3%"), (2, 3, 1, "66.7%"),
      (1, 8, 0, "13%"), (1, 8, 1, "12.5%"), (1, 8, 2, "12.50%"), (1, 16, 2, "6.25%"), (1, 16, 1, "6.3%"),
      (1, 3, 3, "33.333%"), (3, 2, 1, "150.0%"), (-1, 16, 1, "−6.3%"), (1, 20_000, 1, "0.0%"), (-1, 100_000, 1, "0.0%"),
      (1, 2000, 1, "0.1%"), (12_345, 10, 0, "123,450%"), (5, 0, 1, nil), (0, 0, 1, nil),
    ] as [(Int, Int, Int, String?)])
  func roundsPercentHalfAwayFromZero(count: Int, whole: Int, decimals: Int, expected: String?) throws {
    #expect(try words().percent(count, of: whole, decimals: decimals) == expected, "\(count) of \(whole)")
  }

  @Test(
    arguments: [
      (12, 5, "2.4"), (0, 5, "0.0"), (1, 20, "0.1"), (-1, 20, "−0.1"), (-12, -5, "2.4"), (12, -5, "−2.4"),
      (-1, 21, "0.0"), (Int.max, 1, "9,223,372,036,854,775,807.0"), (1, Int.max, "0.0"), (5, 0, nil),
    ] as [(Int, Int, String?)])
  func dividesExactly(count: Int, divisor: Int, expected: String?) throws {
    // The greatest number takes no decimals: ten times it is no whole number of the machine.
    let decimals = count == .max ? 0 : 1
    let expected = count == .max ? expected.map { String($0.dropLast(2)) } : expected
    #expect(try words().quotient(count, divisor, decimals: decimals) == expected, "\(count) / \(divisor)")
  }

  @Test(
    arguments: [
      (110, 120, "+9.1%"), (100, 98, "−2.0%"), (100, 100, "0.0%"), (100_000, 100_001, "0.0%"),
      (100_000, 99_999, "0.0%"),
      (2000, 2001, "+0.1%"), (2000, 1999, "−0.1%"), (1, 21, "+2,000.0%"), (10, 0, "−100.0%"), (0, 5, nil), (-3, 5, nil),
    ] as [(Int, Int, String?)])
  func signsChanges(before: Int, now: Int, expected: String?) throws {
    #expect(try words().change(from: before, to: now) == expected, "\(before) to \(now)")
  }

  @Test func subtractsSharesInPoints() throws {
    let words = try words()
    #expect(words.points(from: (52, of: 100), to: (1, of: 2)) == "−2.0")
    #expect(words.points(from: (1, of: 3), to: (2, of: 3)) == "+33.3")
    #expect(words.points(from: (1, of: 3), to: (2, of: 6)) == "0.0")
    #expect(words.points(from: (1, of: 2000), to: (0, of: 7)) == "−0.1")
    #expect(words.points(from: (1, of: 0), to: (1, of: 2)) == nil)
    #expect(words.points(from: (1, of: 2), to: (0, of: 0)) == nil)
  }

  @Test func signsWholeNumbers() throws {
    let words = try words()
    #expect([3, 0, -1, 12_000].map { words.signedNumber($0) } == ["+3", "0", "−1", "+12,000"])
  }

  @Test func writesNumbersInTheLanguagesForm() throws {
    let words = try words([
      "format.thousands": "\u{202F}", "format.decimal": ",", "format.minus": "-", "format.plus": "➕",
      "format.percent": "%{n}",
    ])
    #expect(words.number(-1_234_567) == "-1\u{202F}234\u{202F}567")
    #expect(words.percent(1, of: 8) == "%12,5")
    #expect(words.change(from: 1, to: 1) == "%0,0")
    #expect(words.change(from: 1, to: 13) == "%➕1\u{202F}200,0")
  }

  /// Against sums of tenths by hand, for every share of small wholes.
  @Test func agreesWithLongDivision() throws {
    let words = try words()
    for whole in 1...60 {
      for count in 0...whole {
        var tenths = 0
        while 2 * whole * (tenths + 1) <= 2 * count * 1000 + whole { tenths += 1 }
        #expect(words.percent(count, of: whole) == "\(tenths / 10).\(tenths % 10)%", "\(count) of \(whole)")
      }
    }
  }
}
