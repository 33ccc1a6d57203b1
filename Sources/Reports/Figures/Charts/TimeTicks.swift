import Time
import Wording

/// Marks of a time axis at whole hours, days, weeks, months or years of a zone's clock. A day there may have 23 or 25
/// hours: its marks stay at midnight, and an hour that the clock skips has none.
struct TimeTicks {
  enum Step: Equatable, Sendable {
    case hours(Int)
    case days(Int)
    case weeks(Int)
    case months(Int)
  }

  struct Tick: Equatable, Sendable {
    var instant: Instant
    var label: String
    /// The first of a day among hours, of a month among days or weeks, of a year among months.
    var isMajor: Bool
  }

  let span: ClosedRange<Instant>
  let zone: Zone
  let step: Step

  /// - Parameter most: how many marks fit.
  init(_ span: ClosedRange<Instant>, zone: Zone, least: Step = .hours(1), most: Int = 9) {
    self.span = span
    self.zone = zone
    let steps = TimeTicks.steps.drop { $0 != least }
    step = steps.first { TimeTicks.count($0, in: span) <= most } ?? .months(120)
  }
}

extension TimeTicks {
  func ticks(_ words: Words) -> [Tick] {
    instants.enumerated().map { index, instant in
      let (day, time) = zone.local(instant)
      return Tick(
        instant: instant, label: label(day, time, isFirst: index == 0, words), isMajor: isMajor(day, time))
    }
  }

  /// In order, within the span.
  var instants: [Instant] {
    let first = zone.date(span.lowerBound)
    let last = zone.date(span.upperBound)
    var instants: [Instant] = []
    var day = start(of: first)
    while day <= last {
      for instant in marks(of: day) where span.contains(instant) && instant != instants.last {
        instants.append(instant)
      }
      day = next(after: day)
    }
    return instants
  }
}

extension TimeTicks {
  private static let steps: [Step] = [
    .hours(1), .hours(2), .hours(3), .hours(6), .hours(12), .days(1), .days(2), .weeks(1), .weeks(2), .months(1),
    .months(3), .months(6), .months(12), .months(24), .months(60), .months(120),
  ]

  private static func count(_ step: Step, in span: ClosedRange<Instant>) -> Int {
    let length = (span.upperBound - span.lowerBound).milliseconds
    let hour: Int64 = 3_600_000
    let unit: Int64 =
      switch step {
      case .hours(let n): Int64(n) * hour
      case .days(let n): Int64(n) * 24 * hour
      case .weeks(let n): Int64(n) * 168 * hour
      case .months(let n): Int64(n) * 730 * hour
      }
    return Int(length / unit) + 1
  }

  private func start(of day: CivilDate) -> CivilDate {
    switch step {
    case .hours, .days: return day
    case .weeks: return CalendarUnit.week.start(of: day)
    case .months(let n):
      let (year, month, _) = day.parts
      let index = (year * 12 + month - 1) / n * n
      return CivilDate(year: index / 12, month: index % 12 + 1, day: 1)
    }
  }

  private func next(after day: CivilDate) -> CivilDate {
    switch step {
    case .hours: return day.advanced(by: 1)
    case .days(let n): return day.advanced(by: n)
    case .weeks(let n): return day.advanced(by: 7 * n)
    case .months(let n): return (0..<n).reduce(day) { day, _ in day.nextMonthStart }
    }
  }

  private func marks(of day: CivilDate) -> [Instant] {
    guard case .hours(let n) = step else { return [zone.start(of: day)] }
    return stride(from: 0, to: 24, by: n).compactMap { hour in
      if hour == 0 { return zone.start(of: day) }
      let instant = zone.instant(date: day, millisecondOfDay: hour * 3_600_000)
      return zone.local(instant).millisecondOfDay == hour * 3_600_000 ? instant : nil
    }
  }

  private func label(_ day: CivilDate, _ time: Int, isFirst: Bool, _ words: Words) -> String {
    switch step {
    case .hours:
      return zone.start(of: day) == zone.instant(date: day, millisecondOfDay: time)
        ? words.shortDay(day) : words.time(millisecondOfDay: time)
    case .days, .weeks: return words.shortDay(day)
    case .months(let n):
      let (year, month, _) = day.parts
      if n >= 12 { return String(year) }
      let name = words.shortMonth(month)
      return month == 1 || isFirst ? "\(name) \(year)" : name
    }
  }

  private func isMajor(_ day: CivilDate, _ time: Int) -> Bool {
    switch step {
    case .hours: zone.start(of: day) == zone.instant(date: day, millisecondOfDay: time)
    case .days: day.weekday == 0 || day.parts.day == 1
    case .weeks: day.parts.day <= 7
    case .months(let n): n >= 12 || day.parts.month == 1
    }
  }
}

extension Words {
  /// `Sep`, of a month from 1.
  func shortMonth(_ month: Int) -> String {
    let names = self["format.months"].split(separator: " ")
    return names.indices.contains(month - 1) ? String(names[month - 1]) : String(month)
  }
}
