import Charts
import HTML
import Time

/// A headline figure: what it is, its value, how it changed, and a small curve by day.
struct Figure: Sendable {
  var title: Markup
  /// Marks the three units in their colours.
  var role: Role?
  var value: String
  /// After the value, smaller.
  var unit = ""
  var change: Change?
  /// What it counts, or of how many.
  var note = ""
  var curve: Sparkline?
  /// The page with the list behind the value; empty where there is none.
  var href = ""

  init(_ title: Markup, role: Role? = nil, value: String, change: Change? = nil, note: String = "") {
    self.title = title
    self.role = role
    self.value = value
    self.change = change
    self.note = note
  }
}

extension Figure {
  /// A length of one unit has the unit apart: `7` `min`.
  init(_ title: Markup, length: Length?, change: Change? = nil, note: String = "", in context: ReportContext) {
    let text = length.map(context.words.length) ?? context.words["table.missing"]
    let parts = text.split(separator: "\u{A0}", omittingEmptySubsequences: false)
    self.init(title, value: parts.count == 2 ? String(parts[0]) : text, change: change, note: note)
    if parts.count == 2 { unit = String(parts[1]) }
  }
}

extension ReportContext {
  /// A curve of what each day's items amount to. A day that the data does not cover has no value.
  ///
  /// - Parameters:
  ///   - name: what the curve shows, for its title.
  ///   - measure: nil breaks the line.
  ///   - text: writes a value of the title.
  func curve<Day>(
    _ name: String, role: Role? = nil, height: Double, now: [Day], before: [Day],
    measure: (Day) -> Double?, text: (Double) -> String
  ) -> Sparkline {
    let comparison = comparison
    let current = values(now, of: comparison.current, measure)
    let previous = values(before, of: comparison.previous, measure)
    return Sparkline(
      title: curveTitle(name, current, text), role: role, current: current, previous: previous, height: height)
  }

  private func values<Day>(_ days: [Day], of period: Period, _ measure: (Day) -> Double?) -> [Double?] {
    days.enumerated().map { isCovered(period.first.advanced(by: $0)) ? measure($1) : nil }
  }

  private func curveTitle(_ name: String, _ values: [Double?], _ text: (Double) -> String) -> String {
    let known = values.compactMap(\.self)
    let span = words.range(page.period.first, page.period.last)
    guard let least = known.min(), let most = known.max(), let last = known.last else {
      return words.fill("overview.curve.none", ["name": name, "span": span])
    }
    return words.fill(
      "overview.curve.some",
      ["name": name, "span": span, "least": text(least), "most": text(most), "last": text(last)])
  }
}
