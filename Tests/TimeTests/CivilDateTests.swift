import Testing
import Time

@Suite struct CivilDateTests {
  @Test func countsEveryDayOnce() {
    var wrong: [Int] = []
    var expected = (year: 1899, month: 12, day: 31)
    for dayNumber in CivilDate(year: 1899, month: 12, day: 31)
      .dayNumber...CivilDate(year: 2101, month: 1, day: 1).dayNumber
    {
      let date = CivilDate(dayNumber: dayNumber)
      let back = CivilDate(year: expected.year, month: expected.month, day: expected.day)
      if date.parts != expected || back != date { wrong.append(dayNumber) }
      expected = next(expected)
    }
    #expect(wrong == [])
  }

  @Test func goesThereAndBackInAllEras() {
    let wrong = stride(from: -5_000_000, through: 5_000_000, by: 997).filter { dayNumber in
      let parts = CivilDate(dayNumber: dayNumber).parts
      let isDate = (1...12).contains(parts.month) && (1...31).contains(parts.day)
      return !isDate || CivilDate(year: parts.year, month: parts.month, day: parts.day).dayNumber != dayNumber
    }
    #expect(wrong == [])
  }

  @Test func knowsWeekdaysAndMonths() {
    #expect(CivilDate(year: 1970, month: 1, day: 1).weekday == 3)
    #expect(CivilDate(year: 2026, month: 5, day: 4).weekday == 0)
    #expect(CivilDate(year: 1969, month: 12, day: 28).weekday == 6)
    #expect(CivilDate(year: 2024, month: 2, day: 29).monthStart.description == "2024-02-01")
    #expect(CivilDate(year: 2024, month: 12, day: 29).nextMonthStart.description == "2025-01-01")
  }

  @Test(arguments: [
    (0, 1, 9, "0000-01-09"), (987, 12, 31, "0987-12-31"), (2026, 5, 4, "2026-05-04"), (9999, 10, 10, "9999-10-10"),
    (10000, 1, 1, "10000-01-01"),
  ])
  func isWrittenAsYearMonthAndDay(year: Int, month: Int, day: Int, text: String) {
    #expect(CivilDate(year: year, month: month, day: day).description == text)
  }

  private func next(_ date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int, day: Int) {
    let leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
    return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
  }
}
