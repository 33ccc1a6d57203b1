import Diagnostics
import Time

/// A measure of the page's days in a sentence, or what belongs to it.
struct LiveMeasure {
  let measure: Measure
  let part: LiveNumber.Part
  let format: FigureFormat?
  let context: ReportContext
  let data: FigureData
}

extension LiveMeasure {
  func text() throws(Diagnostics) -> String {
    let now = try reading(context.comparison.current)
    switch part {
    case .value: return text(now)
    case .n: return context.words.number(now.n ?? 0)
    case .low: return edge(now.interval?.lowerBound)
    case .high: return edge(now.interval?.upperBound)
    case .before: return context.comparison.hasBefore ? text(try reading(context.comparison.previous)) : missing
    case .change:
      guard context.comparison.hasBefore, now.isEnough else { return missing }
      let before = try reading(context.comparison.previous)
      let delta = context.change(from: before, to: now, measure)?.delta ?? ""
      return delta.isEmpty ? missing : delta
    }
  }

  private var missing: String { context.words["table.missing"] }

  private func reading(_ period: Period) throws(Diagnostics) -> MeasureReading {
    try data.engine.readings([measure.name], MeasureScope(period), context).first ?? MeasureReading(.nothing)
  }

  private func text(_ reading: MeasureReading) -> String {
    guard reading.isEnough, let format, format.isNumeric, format != FigureFormat(measure.format),
      let number = reading.value.number
    else { return context.text(reading, measure) }
    return context.text(number, format)
  }

  private func edge(_ share: Double?) -> String { share.map { context.text($0, .percent) } ?? missing }
}

extension ReportContext {
  /// How a measure differs from the period before, in its own kind; nil where there is nothing to compare.
  func change(from before: MeasureReading, to now: MeasureReading, _ measure: Measure) -> Change? {
    guard before.isEnough, now.isEnough else { return nil }
    switch (before.value, now.value) {
    case (.count(let a), .count(let b)): return change(from: a, to: b)
    case (.share(let a, let whole), .share(let b, let all)): return change(from: (a, of: whole), to: (b, of: all))
    case (.length(let a), .length(let b)): return change(from: a, to: b)
    default: return numberChange(before, now, measure)
    }
  }

  private func numberChange(_ before: MeasureReading, _ now: MeasureReading, _ measure: Measure) -> Change? {
    guard let a = before.value.number, let b = now.value.number else {
      return comparison.hasBefore
        ? Change(delta: "", base: words.fill("overview.change.from", ["before": text(before, measure)])) : nil
    }
    return change(from: a, to: b, FigureFormat(measure.format))
  }

  /// Of two numbers: a share in points, a length as a length, all others in percent.
  func change(from before: Double, to now: Double, _ format: FigureFormat) -> Change {
    let base = words.fill("overview.change.from", ["before": text(before, format)])
    switch format {
    case .percent:
      let points = words.decimal((now - before) * 100, 1).map { signed($0) } ?? ""
      return Change(delta: words.fill("overview.change.points", ["n": points]), base: base)
    case .duration:
      guard let a = Length(seconds: before), let b = Length(seconds: now) else { return Change(delta: "", base: base) }
      return Change(delta: change(from: a, to: b).delta, base: base)
    default:
      guard before > 0 else { return Change(delta: "", base: base) }
      let percent = words.decimal((now - before) / before * 100, 1).map { signed($0) + "%" }
      return Change(delta: percent ?? "", base: base)
    }
  }

  /// A plus before what has no sign and is not nothing.
  private func signed(_ text: String) -> String {
    let isNothing = !text.contains { ("1"..."9").contains($0) }
    return isNothing || text.hasPrefix(words["format.minus"]) ? text : "+" + text
  }
}
