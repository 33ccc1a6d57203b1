import Charts
import Diagnostics
import HTML
import Time

/// Counts a day, stacked by series, with the total of an earlier day of the same weekday.
struct DayStack {
  struct Series {
    /// In the legend.
    var words: String
    /// In a day's title, with `{n}`.
    var counted: String
    var role: Role
  }

  let context: ReportContext
  /// Bottom first.
  private(set) var series: [Series]
  let period: Period
  /// By day, then by series.
  private(set) var counts: [[Int]]
  /// Totals; nil where the data does not cover the earlier day.
  private(set) var earlier: [Int?]
  /// Days of whose number the audience is told nothing: here it is 0.
  private(set) var hiddenDays: Set<Int> = []

  init(_ context: ReportContext, series: [Series]) {
    self.context = context
    self.series = series
    period = context.page.period
    counts = Array(repeating: Array(repeating: 0, count: series.count), count: period.days)
    let shift = context.comparison.shift
    earlier = (0..<period.days).map { [period] in
      context.isCovered(period.first.advanced(by: $0 - shift)) ? 0 : nil
    }
  }
}

extension DayStack {
  /// From the earliest day that is compared with to the end of the period.
  var reach: Period { Period(first: period.first.advanced(by: -context.comparison.shift), last: period.last) }

  mutating func add(_ instant: Instant, series index: Int) {
    let day = context.zone.date(instant)
    if let place = period.index(of: day) { counts[place][index] += 1 }
    if let place = period.index(of: day.advanced(by: context.comparison.shift)), let total = earlier[place] {
      earlier[place] = total + 1
    }
  }

  var totals: [Int] { counts.map { $0.reduce(0, +) } }

  /// Days of the period that the data covers, whole or in part.
  var coveredDays: [Int] { counts.indices.filter { context.isCovered(day($0)) } }

  func day(_ index: Int) -> CivilDate { period.first.advanced(by: index) }

  /// The first of the days with the most; nil where there is nothing.
  var peak: Int? {
    let totals = totals
    return totals.indices.max { (totals[$0], $1) < (totals[$1], $0) }.flatMap { totals[$0] > 0 ? $0 : nil }
  }
}

extension DayStack {
  /// Takes out what the audience is not told: the numbers of some days, and the division into series if any of it is
  /// hidden.
  ///
  /// - Parameters:
  ///   - total: the key of a day's number.
  ///   - keys: those of its series.
  mutating func hide(_ population: CellPopulation, total: String, series keys: [String]) {
    guard let screen = context.dayScreen(population) else { return }
    hiddenDays = Set(counts.indices.filter { screen.hides(total, on: day($0)) })
    if keys.contains(where: { screen.hidesAny($0, in: period) }) {
      let all = context.words["few.all"]
      counts = totals.map { [$0] }
      series = [Series(words: all, counted: "", role: .conv)]
    }
    for place in hiddenDays { counts[place] = counts[place].map { _ in 0 } }
    for place in earlier.indices where screen.hides(total, on: day(place - context.comparison.shift)) {
      earlier[place] = nil
    }
  }

  /// Whether every day's number is told.
  var tellsAll: Bool { hiddenDays.isEmpty }
}

extension DayStack {
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - words: the key below which are `title`, `description` and `peak`.
  func chart(id: String, words key: String, height: Double) -> BarsPerDay {
    let words = context.words
    let span = words.range(period.first, period.last)
    let totals = totals
    let peak = peak.map { (words.day(day($0)), words.number(totals[$0]), $0) }
    let description = words.fill(key + ".description", ["series": words.list(series.map(\.words))])
    return BarsPerDay(
      caption: Caption(id: id, title: words.fill(key + ".title", ["span": span]), description: description),
      roles: series.map(\.role), days: counts.indices.map { bar($0, total: totals[$0]) },
      peak: peak.map { .init(day: $0.2, text: words.fill("overview.per_day.peak", ["n": $0.1, "day": $0.0])) },
      height: height, axisLabel: { [words] in words.number($0) })
  }

  func legend() throws(Diagnostics) -> Markup {
    var entries = series.reversed().map { Legend.Entry(role: $0.role, words: $0.words) }
    if earlier.contains(where: { $0 != nil }) { entries.append(.init(role: nil, words: earlierWords)) }
    return try Legend(entries: entries).render(context)
  }

  /// `Total four weeks earlier`.
  var earlierWords: String {
    let days = context.comparison.shift
    let key = "overview.per_day.earlier.\(days)"
    let words = context.words
    return words.has(key) ? words[key] : words.fill("overview.per_day.earlier.days", ["n": words.number(days)])
  }

  /// Said beside the chart if its last day is not over.
  var unfinishedNote: Markup {
    coveredDays.contains { context.isUnfinished(day($0)) } ? context.sentence("overview.per_day.unfinished") : Markup()
  }
}

extension DayStack {
  private func bar(_ index: Int, total: Int) -> BarsPerDay.Day {
    let date = day(index)
    let isMonday = date.weekday == 0
    return BarsPerDay.Day(
      values: counts[index], previous: earlier[index], label: context.words.number(date.parts.day),
      week: isMonday ? context.words.day(date) : nil, isWeekend: date.weekday > 4,
      isUnfinished: context.isUnfinished(date), title: title(index, total))
  }

  /// `Mon 1 Sep: 88 (46 AI only, 33 AI and team, 9 team only). Four weeks earlier: 86`
  private func title(_ index: Int, _ total: Int) -> String {
    let words = context.words
    let name = words.day(day(index))
    guard context.isCovered(day(index)) else { return words.fill("overview.per_day.day.none", ["day": name]) }
    if hiddenDays.contains(index) { return words.fill("few.day", ["day": name, "n": context.hiddenWord]) }
    let parts = zip(series, counts[index]).filter { $0.1 > 0 && !$0.0.counted.isEmpty }.map { series, count in
      words.fill(series.counted, ["n": words.number(count)])
    }
    let isWhole = series.first?.counted.isEmpty == true
    var title = words.fill(
      isWhole ? "few.day" : parts.isEmpty ? "overview.per_day.day.zero" : "overview.per_day.day.some",
      ["day": name, "n": words.number(total), "parts": words.list(parts)])
    if let earlier = earlier[index] {
      title += words.fill("overview.per_day.day.earlier", ["words": earlierWords, "n": words.number(earlier)])
    }
    return context.isUnfinished(day(index)) ? title + words["overview.per_day.day.unfinished"] : title
  }
}
