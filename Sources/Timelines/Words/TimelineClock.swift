import Time
import Wording

/// Instants on the clock of the site's zone, in the reader's language.
final class TimelineClock: Sendable {
  let zone: Zone
  let words: Words
  private let phrases: TimelineWords

  init(zone: Zone, words: TimelineWords) {
    self.zone = zone
    self.words = words.words
    phrases = words
  }
}

extension TimelineClock {
  func date(_ instant: Instant) -> CivilDate { zone.date(instant) }

  /// `17:05`.
  func time(_ instant: Instant) -> String { words.time(millisecondOfDay: zone.local(instant).millisecondOfDay) }

  /// `Thu 18 Sep`.
  func day(_ instant: Instant) -> String { words.day(date(instant)) }

  /// `Thu 18 Sep 2025, 10:00`.
  func dayAndTime(_ instant: Instant) -> String {
    let local = zone.local(instant)
    return phrases(
      .dayTime, .day(words.dayAndYear(local.date)), .time(words.time(millisecondOfDay: local.millisecondOfDay)))
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
    return date.parts.year == self.date(reference).parts.year ? words.day(date) : words.dayAndYear(date)
  }
}

extension TimelineClock {
  /// Appends `17:05`.
  func writeTime(_ instant: Instant, to bytes: inout [UInt8]) {
    words.write(millisecondOfDay: zone.local(instant).millisecondOfDay, to: &bytes)
  }

  /// Appends `2025-09-18T10:00+01:00`, the offset that holds at that instant.
  func writeStamp(_ instant: Instant, to bytes: inout [UInt8]) {
    let local = zone.local(instant)
    let (year, month, day) = local.date.parts
    let shown = Int64(local.date.dayNumber) * 86_400_000 + Int64(local.millisecondOfDay)
    let minutes = Int((shown - instant.milliseconds) / 60_000)
    let zero = UInt8(ascii: "0")
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 23) { stamp in
      func put(_ number: Int, at place: Int, before mark: UInt8) {
        stamp[place] = zero + UInt8(number / 10 % 10)
        stamp[place + 1] = zero + UInt8(number % 10)
        stamp[place + 2] = mark
      }
      put(year / 100, at: 0, before: zero)
      put(year, at: 2, before: UInt8(ascii: "-"))
      put(month, at: 5, before: UInt8(ascii: "-"))
      put(day, at: 8, before: UInt8(ascii: "T"))
      put(local.millisecondOfDay / 3_600_000, at: 11, before: UInt8(ascii: ":"))
      put(local.millisecondOfDay / 60_000 % 60, at: 14, before: UInt8(ascii: minutes < 0 ? "-" : "+"))
      put(abs(minutes) / 60, at: 17, before: UInt8(ascii: ":"))
      put(abs(minutes) % 60, at: 20, before: zero)
      bytes.append(contentsOf: stamp[..<22])
    }
  }
}
