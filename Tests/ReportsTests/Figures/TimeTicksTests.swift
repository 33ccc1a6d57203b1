import Files
import TestSupport
import Testing
import Time

@testable import Reports

@Suite struct TimeTicksTests {
  /// Marks of New York's clock, as UTC and words.
  private func ticks(_ from: String, _ to: String, least: TimeTicks.Step = .hours(1), most: Int = 9) throws -> [String]
  {
    let zone = try Zone.load("America/New_York") { try? DiskFileSource().read("/usr/share/zoneinfo/" + $0) }
    let span = try #require(Instant(from))...(try #require(Instant(to)))
    let words = try Repository.words()
    return TimeTicks(span, zone: zone, least: least, most: most).ticks(words).map {
      "\($0.instant.description.prefix(16)) \($0.label)\($0.isMajor ? " *" : "")"
    }
  }

  @Test func staysAtMidnightOverADayOf23Hours() throws {
    // The clock goes from 02:00 to 03:00 on 8 March 2026.
    #expect(
      try ticks("2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z", least: .days(1)) == [
        "2026-03-07T05:00 7 Mar", "2026-03-08T05:00 8 Mar", "2026-03-09T04:00 9 Mar *", "2026-03-10T04:00 10 Mar",
      ])
  }

  @Test func skipsAnHourThatTheClockSkips() throws {
    #expect(
      try ticks("2026-03-08T05:00:00Z", "2026-03-08T09:00:00Z") == [
        "2026-03-08T05:00 8 Mar *", "2026-03-08T06:00 01:00", "2026-03-08T07:00 03:00", "2026-03-08T08:00 04:00",
        "2026-03-08T09:00 05:00",
      ])
  }

  @Test func marksAnHourThatComesTwiceOnce() throws {
    #expect(
      try ticks("2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z") == [
        "2026-11-01T04:00 1 Nov *", "2026-11-01T05:00 01:00", "2026-11-01T07:00 02:00", "2026-11-01T08:00 03:00",
      ])
  }

  @Test func staysAtWholeHoursOverADayOf25Hours() throws {
    #expect(
      try ticks("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", most: 5) == [
        "2026-11-01T04:00 1 Nov *", "2026-11-01T11:00 06:00", "2026-11-01T17:00 12:00", "2026-11-01T23:00 18:00",
        "2026-11-02T05:00 2 Nov *",
      ])
  }

  @Test func marksMondays() throws {
    #expect(
      try ticks("2026-03-04T05:00:00Z", "2026-03-31T04:00:00Z", least: .days(1)) == [
        "2026-03-09T04:00 9 Mar", "2026-03-16T04:00 16 Mar", "2026-03-23T04:00 23 Mar", "2026-03-30T04:00 30 Mar",
      ])
  }

  @Test func marksMonthsAndYears() throws {
    #expect(
      try ticks("2025-11-01T04:00:00Z", "2026-03-01T05:00:00Z", least: .months(1)) == [
        "2025-11-01T04:00 Nov 2025", "2025-12-01T05:00 Dec", "2026-01-01T05:00 Jan 2026 *", "2026-02-01T05:00 Feb",
        "2026-03-01T05:00 Mar",
      ])
    #expect(
      try ticks("2019-06-01T04:00:00Z", "2026-06-01T04:00:00Z") == [
        "2020-01-01T05:00 2020 *", "2021-01-01T05:00 2021 *", "2022-01-01T05:00 2022 *", "2023-01-01T05:00 2023 *",
        "2024-01-01T05:00 2024 *", "2025-01-01T05:00 2025 *", "2026-01-01T05:00 2026 *",
      ])
  }
}
