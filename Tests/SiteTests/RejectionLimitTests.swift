import Site
import Testing

@Suite struct RejectionLimitTests {
  @Test(
    arguments: [
      ("0", .records(0)), ("100", .records(100)), ("5%", .share(500)), ("0%", .share(0)), ("100%", .share(10_000)),
      ("0.5%", .share(50)), ("0.25%", .share(25)), ("12.05%", .share(1205)), ("0.00%", .share(0)),
    ] as [(String, RejectionLimit)])
  func readsNumberOrShare(text: String, limit: RejectionLimit) {
    #expect(RejectionLimit(text) == limit)
  }

  @Test(arguments: [
    "", "%", "-1", "+1", "-1%", "+1%", " 1", "1 %", "1.5", "1.", "1.%", ".5%", "1.234%", "1.+5%", "1.-5%", "100.01%",
    "101%", "1.2.3%", "five", "5%%", "٣", "99999999999999999999",
  ])
  func refusesAnythingElse(text: String) {
    #expect(RejectionLimit(text) == nil)
  }

  @Test(arguments: [
    ("100", "100"), ("5%", "5%"), ("5.0%", "5%"), ("0.50%", "0.5%"), ("0.25%", "0.25%"), ("10.05%", "10.05%"),
  ])
  func writesItselfAsItIsRead(text: String, expected: String) {
    #expect(RejectionLimit(text)?.description == expected)
  }

  @Test(
    arguments: [
      (.records(0), 0, 10, false), (.records(0), 1, 10, true), (.records(10), 10, 10, false),
      (.records(10), 11, 99, true),
      (.share(500), 5, 100, false), (.share(500), 6, 100, true), (.share(0), 0, 0, false),
      (.share(0), 1, 1_000_000, true),
      (.share(25), 1, 400, false), (.share(25), 1, 399, true), (.share(10_000), 7, 7, false),
    ] as [(RejectionLimit, Int, Int, Bool)])
  func isExceededByMoreThanItAllows(limit: RejectionLimit, rejected: Int, records: Int, isExceeded: Bool) {
    #expect(limit.isExceeded(rejected: rejected, of: records) == isExceeded)
  }
}
