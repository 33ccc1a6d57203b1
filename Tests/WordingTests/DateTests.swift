import Testing
import Time
import Wording

@Suite struct DateTests {
  private let thursday = CivilDate(year: 2025, month: 9, day: 18)

  @Test func writesDayInEveryForm() throws {
    let words = try words()
    #expect(words.day(thursday) == "Thu 18 Sep")
    #expect(words.dayAndYear(thursday) == "Thu 18 Sep 2025")
    #expect(words.dayLong(thursday) == "Thursday 18 September 2025")
    #expect(words.shortDay(thursday) == "18 Sep")
    #expect(words.shortDayAndYear(thursday) == "18 Sep 2025")
    #expect(words.month(thursday) == "September 2025")
  }

  @Test func namesEveryMonthAndWeekday() throws {
    let words = try words()
    let months = (1...12).map { words.shortDay(CivilDate(year: 2024, month: $0, day: 1)) }
    #expect(months.first == "1 Jan" && months[1] == "1 Feb" && months.last == "1 Dec")
    #expect((0...6).map { words.weekday($0) } == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect(words.weekdayLong(6) == "Sunday")
    #expect(words.day(CivilDate(year: 2024, month: 2, day: 29)) == "Thu 29 Feb")
  }

  @Test(arguments: [
    (0, "00:00"), (59_999, "00:00"), (60_000, "00:01"), (61_500_000, "17:05"), (86_399_999, "23:59"),
  ])
  func writesTimeOfDay(millisecond: Int, expected: String) throws {
    #expect(try words().time(millisecondOfDay: millisecond) == expected)
  }

  @Test(arguments: [
    ("2025-09-01", "2025-09-28", "1–28 September 2025"), ("2025-09-28", "2025-09-28", "28 September 2025"),
    ("2025-08-09", "2025-09-27", "9 Aug – 27 Sep 2025"), ("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
    ("2024-09-01", "2025-09-28", "1 Sep 2024 – 28 Sep 2025"),
  ])
  func namesInRangesWhatTheirEndsDoNotShare(first: String, last: String, expected: String) throws {
    #expect(try words().range(date(first), date(last)) == expected)
  }

  @Test func leavesPlacesThatNoDateHas() throws {
    let words = try words([
      "format.date.day": "{weekdy} {day}", "format.date.range_month": "{day} {first_dy} {last_day}",
    ])
    #expect(words.day(thursday) == "{weekdy} 18")
    #expect(words.range(thursday, thursday.advanced(by: 2)) == "{day} {first_dy} 20")
  }

  private func date(_ text: String) -> CivilDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }
}
