import Diagnostics
import Time
import Wording

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
    let scope = MeasureScope(context.page.period)
    let now = try first(data.engine.readings([measure.name], scope, context))
    switch part {
    case .value: return text(now)
    case .n: return now.n.map(context.words.number) ?? text(now)
    case .low: return edge(now, \.lowerBound)
    case .high: return edge(now, \.upperBound)
    case .before: return text(try first(data.engine.readingsBefore([measure.name], scope, context)))
    case .change:
      let before = try first(data.engine.readingsBefore([measure.name], scope, context))
      let delta = data.engine.change(measure.name, from: before, to: now, context).delta
      return delta.isEmpty ? missing : delta
    }
  }

  private var missing: String { context.words["table.missing"] }

  private func first(_ readings: [MeasureReading]) -> MeasureReading { readings.first ?? MeasureReading(.nothing) }

  private func text(_ reading: MeasureReading) -> String {
    guard reading.isEnough, let format, format.isNumeric, format != FigureFormat(measure.format),
      let number = reading.value.number
    else { return reading.text(measure.format, context.words) }
    return context.text(number, format)
  }

  private func edge(_ reading: MeasureReading, _ edge: (ClosedRange<Double>) -> Double) -> String {
    guard reading.isEnough, let interval = reading.interval else { return missing }
    return context.text(edge(interval), .percent)
  }
}

extension ReportContext {
  /// Of two numbers: a share in points, a length as a length, all others in percent.
  func change(from before: Double, to now: Double, _ format: FigureFormat) -> Change {
    let base = words.fill("overview.change.from", ["before": text(before, format)])
    switch format {
    case .percent:
      let points = words.decimal((now - before) * 100, 1).map(words.signed) ?? ""
      return Change(delta: words.fill("overview.change.points", ["n": points]), base: base)
    case .duration:
      guard let a = Length(seconds: before), let b = Length(seconds: now) else { return Change(delta: "", base: base) }
      return Change(delta: change(from: a, to: b).delta, base: base)
    default:
      guard before > 0 else { return Change(delta: "", base: base) }
      let percent = words.decimal((now - before) / before * 100, 1).map { words.percent(words.signed($0)) }
      return Change(delta: percent ?? "", base: base)
    }
  }
}
