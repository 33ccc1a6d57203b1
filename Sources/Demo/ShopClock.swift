import Time

/// The clock on the shop's wall, which is in New York. Its rule stands here so that the same seed gives the same bytes
/// whatever zone files a machine has: summer time from the second Sunday of March to the first of November, at 02:00.
enum ShopClock {
  static let zone = "America/New_York"

  static func instant(_ date: CivilDate, millisecondOfDay: Int) -> Instant {
    let shown = Int64(date.dayNumber) * 86_400_000 + Int64(millisecondOfDay)
    let standard = Instant(milliseconds: shown + 5 * 3_600_000)
    return isSummer(standard) ? standard - .hours(1) : standard
  }

  static func local(_ instant: Instant) -> (date: CivilDate, millisecondOfDay: Int) {
    let shown = instant.milliseconds - (isSummer(instant) ? 4 : 5) * 3_600_000
    let day = shown >= 0 ? shown / 86_400_000 : -((-shown + 86_399_999) / 86_400_000)
    return (CivilDate(dayNumber: Int(day)), Int(shown - day * 86_400_000))
  }

  /// The instant itself while somebody of the team is at work, else soon after they are back.
  static func atWork(_ instant: Instant, _ random: inout RandomSource) -> Instant {
    let (date, ms) = local(instant)
    let hours = opening(date)
    if hours.contains(ms / 60_000) { return instant }
    let day = ms / 60_000 < hours.lowerBound ? date : date.advanced(by: 1)
    let minute = opening(day).lowerBound
    return self.instant(day, millisecondOfDay: minute * 60_000 + random.within(20_000...4_200_000))
  }

  static func isOpen(_ instant: Instant) -> Bool {
    let (date, ms) = local(instant)
    return opening(date).contains(ms / 60_000)
  }

  /// Minutes of the day: 8 to 20, at weekends 10 to 17.
  private static func opening(_ date: CivilDate) -> Range<Int> { date.weekday < 5 ? 480..<1200 : 600..<1020 }

  private static func isSummer(_ instant: Instant) -> Bool {
    let year = CivilDate(dayNumber: Int(instant.milliseconds / 86_400_000)).parts.year
    let begins = sunday(2, year, 3).dayNumber * 24 + 7
    let ends = sunday(1, year, 11).dayNumber * 24 + 6
    return instant.milliseconds >= Int64(begins) * 3_600_000 && instant.milliseconds < Int64(ends) * 3_600_000
  }

  private static func sunday(_ nth: Int, _ year: Int, _ month: Int) -> CivilDate {
    let first = CivilDate(year: year, month: month, day: 1)
    return first.advanced(by: 6 - first.weekday + 7 * (nth - 1))
  }
}
