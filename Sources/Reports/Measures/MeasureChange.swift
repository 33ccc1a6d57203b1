import Diagnostics
import Time
import Wording

extension MeasureEngine {
  /// The same measures of the days before: of the page's own period those that the page compares with, which are the
  /// month before a month; otherwise as many days right before.
  public func readingsBefore(
    _ names: [String], _ scope: MeasureScope, _ context: ReportContext
  ) throws(Diagnostics) -> [MeasureReading] {
    try readings(names, MeasureScope(context.before(scope.period), filters: scope.filters), context)
  }

  /// How a measure differs from the period before: `+9.1%` `from 1,956`.
  /// - Returns: the change with its sign, empty where nothing can be said; and what it is a change from.
  public func change(
    _ name: String, from before: MeasureReading, to now: MeasureReading, _ context: ReportContext
  ) -> (delta: String, base: String) {
    let words = context.words
    guard let measure = book[name], before.value != .nothing else { return ("", words["overview.change.none"]) }
    let base = words.fill("overview.change.from", ["before": before.text(measure.format, words)])
    guard before.isEnough, now.isEnough, now.value != .nothing else { return ("", base) }
    return (delta(before.value, now.value, measure.format, context), base)
  }
}

extension MeasureEngine {
  private func delta(
    _ before: MeasureValue, _ now: MeasureValue, _ format: Measure.Format, _ context: ReportContext
  ) -> String {
    let words = context.words
    switch (before, now) {
    case (.count(let a), .count(let b)): return words.change(from: a, to: b) ?? words.signedNumber(b - a)
    case (.share(let a, let n), .share(let b, let m)):
      return points(words.points(from: (a, of: n), to: (b, of: m)), words)
    case (.length(let a), .length(let b)): return context.change(from: a, to: b).delta
    default: break
    }
    guard let a = before.double, let b = now.double else { return "" }
    let factor = format == .percent ? 1000.0 : 10.0
    // Between the printed ones, so that a reader who subtracts them comes to the same.
    guard let first = Int(exactly: (a * factor).rounded()), let second = Int(exactly: (b * factor).rounded()),
      let text = words.quotient(second - first, 10)
    else { return "" }
    let signed = words.signed(text)
    return format == .percent ? points(signed, words) : signed
  }

  private func points(_ points: String?, _ words: Words) -> String {
    points.map { words.fill("overview.change.points", ["n": $0]) } ?? ""
  }
}

extension ReportContext {
  /// The days that a period is compared with.
  fileprivate func before(_ period: Period) -> Period {
    period == page.period ? comparison.previous : period.before
  }
}
