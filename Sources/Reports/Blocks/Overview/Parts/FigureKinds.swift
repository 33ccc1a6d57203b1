import Charts
import HTML
import Time

extension ReportContext {
  /// A figure that counts what a predicate holds of.
  ///
  /// - Parameter key: below it are `title` and `curve`.
  func countFigure<Day: Collection>(
    _ key: String, _ days: (now: [Day], before: [Day]), height: Double, role: Role? = nil,
    where isCounted: (Day.Element) -> Bool
  ) -> Figure {
    func counts(_ days: [Day]) -> [Int] { days.map { $0.count(where: isCounted) } }
    let now = counts(days.now).reduce(0, +)
    var figure = Figure(
      sentence(key + ".title"), value: words.number(now),
      change: change(from: counts(days.before).reduce(0, +), to: now))
    figure.curve = curve(
      words[key + ".curve"], role: role, height: height, now: days.now, before: days.before,
      measure: { Double($0.count(where: isCounted)) }, text: { words.number(Int($0)) })
    return figure
  }

  /// A figure that is a median, with the number of its values.
  ///
  /// - Parameter key: below it are `title`, `curve` and `note`, a counted sentence.
  func lengthFigure(_ key: String, _ days: (now: [[Length]], before: [[Length]])) -> Figure {
    let now = Sample(days.now.joined())
    let before = Sample(days.before.joined())
    var figure = Figure(
      sentence(key + ".title"), length: now.median, change: change(from: before.median, to: now.median),
      note: words.fill(form(key + ".note", now.count), ["n": words.number(now.count)]), in: self)
    figure.curve = curve(
      words[key + ".curve"], height: 28, now: days.now, before: days.before,
      measure: { Sample($0).median.map { Double($0.milliseconds) } },
      text: { words.length(Length(milliseconds: Int64($0))) })
    return figure
  }
}
