/// The rule in a zone file's footer (a POSIX TZ string with the extensions of RFC 9636), e.g. `EST5EDT,M3.2.0,M11.1.0`:
/// standard and summer offset, and the days of a year on which they begin.
struct ZoneRule {
  private let standard: Int
  private let summer: Int
  private let summerBegins: Change
  private let summerEnds: Change

  /// Nil if the text names no summer time, or is not such a rule: then the last transition holds for ever.
  init?(_ text: String) {
    var scanner = RuleScanner(text)
    guard scanner.name(), let west = scanner.time(), scanner.name() else { return nil }
    standard = -west
    summer = scanner.peek(",") ? standard + 3600 : -(scanner.time() ?? 0)
    guard scanner.take(","), let begins = scanner.change(), scanner.take(","), let ends = scanner.change() else {
      return nil
    }
    summerBegins = begins
    summerEnds = ends
  }

  /// Transitions later than `second`, to the end of 2100, in order.
  func transitions(after second: Int64) -> [(Int64, Int)] {
    let first = CivilDate(dayNumber: Int(floorDiv(second, 86_400))).parts.year
    return (first...max(first, 2100)).flatMap { year in
      [
        (summerBegins.second(in: year) - Int64(standard), summer),
        (summerEnds.second(in: year) - Int64(summer), standard),
      ].sorted { $0.0 < $1.0 }
    }.filter { $0.0 > second }
  }

  /// A day of the year and a time on its clock.
  struct Change {
    enum Day {
      case weekday(month: Int, week: Int, day: Int)
      case julian(Int)
      case zeroBased(Int)
    }
    var day: Day
    var time = 7200

    func second(in year: Int) -> Int64 { Int64(date(in: year).dayNumber) * 86_400 + Int64(time) }

    private func date(in year: Int) -> CivilDate {
      switch day {
      case .zeroBased(let n): return CivilDate(year: year, month: 1, day: 1).advanced(by: n)
      case .julian(let n):
        let leap =
          CivilDate(year: year, month: 3, day: 1).dayNumber - CivilDate(year: year, month: 2, day: 28).dayNumber > 1
        return CivilDate(year: year, month: 1, day: 1).advanced(by: n - 1 + (leap && n > 59 ? 1 : 0))
      case .weekday(let month, let week, let day):
        let first = CivilDate(year: year, month: month, day: 1)
        let sundayFirst = (first.weekday + 1) % 7
        var date = first.advanced(by: (day - sundayFirst + 7) % 7 + (week - 1) * 7)
        if date >= first.nextMonthStart { date = date.advanced(by: -7) }
        return date
      }
    }
  }
}

private struct RuleScanner {
  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  func peek(_ character: Character) -> Bool { rest.first == character }

  mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func name() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(letters.count)
    return !letters.isEmpty
  }

  /// `[+-]hh[:mm[:ss]]`, in seconds.
  mutating func time() -> Int? {
    let sign = take("-") ? -1 : 1
    _ = take("+")
    guard var total = number().map({ $0 * 3600 }) else { return nil }
    if take(":") { total += (number() ?? 0) * 60 }
    if take(":") { total += number() ?? 0 }
    return sign * total
  }

  mutating func change() -> ZoneRule.Change? {
    let day: ZoneRule.Change.Day
    if take("M") {
      guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
        (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
      else { return nil }
      day = .weekday(month: month, week: week, day: weekday)
    } else if take("J") {
      guard let n = number() else { return nil }
      day = .julian(n)
    } else {
      guard let n = number() else { return nil }
      day = .zeroBased(n)
    }
    var change = ZoneRule.Change(day: day)
    if take("/") {
      guard let time = time() else { return nil }
      change.time = time
    }
    return change
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return digits.count <= 4 ? Int(digits) : nil
  }
}
