import HTML
import Time
import Wording

/// Instants on the clock of the site's zone, in the reader's language.
final class TimelineClock: Sendable {
  let zone: Zone
  let words: Words
  private let phrases: TimelineWords
  /// The days that an export mostly tells of, written once, from `firstDay` on.
  private let days: [(day: String, dayAndYear: String)]
  private let firstDay: Int

  /// - Parameter latest: the last event of the export.
  init(zone: Zone, words: TimelineWords, latest: Instant?) {
    self.zone = zone
    self.words = words.words
    phrases = words
    firstDay = zone.date(latest ?? Instant(milliseconds: 0)).dayNumber - TimelineClock.daysBefore
    days = (firstDay...firstDay + TimelineClock.daysBefore + TimelineClock.daysAfter).map { number in
      let date = CivilDate(dayNumber: number)
      return (words.words.day(date), words.words.dayAndYear(date))
    }
  }

  private static let daysBefore = 800
  /// A window ends a day or some after the event that it is counted from.
  private static let daysAfter = 31
}

extension TimelineClock {
  func date(_ instant: Instant) -> CivilDate { zone.date(instant) }

  /// `17:05`.
  func time(_ instant: Instant) -> String { words.time(millisecondOfDay: zone.local(instant).millisecondOfDay) }

  /// `Thu 18 Sep`.
  func day(_ instant: Instant) -> String { day(date(instant)) }

  func day(_ date: CivilDate) -> String {
    let index = date.dayNumber - firstDay
    return days.indices.contains(index) ? days[index].day : words.day(date)
  }

  /// `Thu 18 Sep 2025`.
  func dayAndYear(_ date: CivilDate) -> String {
    let index = date.dayNumber - firstDay
    return days.indices.contains(index) ? days[index].dayAndYear : words.dayAndYear(date)
  }

  /// `Thu 18 Sep 2025, 10:00`.
  func dayAndTime(_ instant: Instant) -> String {
    let local = zone.local(instant)
    return phrases(
      .dayTime, .day(dayAndYear(local.date)), .time(words.time(millisecondOfDay: local.millisecondOfDay)))
  }

  /// As one says it on the day of `reference`: `10:00`, `Wed 10 Sep, 10:52`, or with its year where that is another one.
  func short(_ instant: Instant, seenFrom reference: Instant) -> String {
    if date(instant) == date(reference) { return time(instant) }
    return phrases(.dayTime, .day(day(instant, reference)), .time(time(instant)))
  }

  /// The same in a sentence: `10:00`, `10:00 tomorrow`, `Sat 27 Sep at 13:02`.
  func when(_ instant: Instant, seenFrom reference: Instant) -> String {
    switch date(reference).distance(to: date(instant)) {
    case 0: time(instant)
    case 1: phrases(.atTomorrow, .time(time(instant)))
    default: phrases(.dayAtTime, .day(day(instant, reference)), .time(time(instant)))
    }
  }

  private func day(_ instant: Instant, _ reference: Instant) -> String {
    let date = date(instant)
    return date.parts.year == self.date(reference).parts.year ? day(date) : dayAndYear(date)
  }
}
