import Time
import Wording

extension MeasureReading {
  /// As readers see it: `12,345`, `29.1%`, `7 min`, `2.4`; `–` where there is nothing to say, and words where too few
  /// units were counted.
  public func text(_ format: Measure.Format, _ words: Words) -> String {
    isEnough ? value.text(format, words) : words["measures.not_enough"]
  }
}

extension MeasureValue {
  /// As readers see it, whatever it rests on.
  public func text(_ format: Measure.Format, _ words: Words) -> String {
    known(format, words) ?? words["table.missing"]
  }

  /// Nil where there is nothing to say.
  private func known(_ format: Measure.Format, _ words: Words) -> String? {
    switch (self, format) {
    case (.count(let n), .count), (.count(let n), .number): words.number(n)
    case (.share(let part, let whole), .percent): words.percent(part, of: whole)
    case (.share(let part, let whole), .number), (.quotient(let part, let whole), .number):
      words.quotient(part, whole)
    case (.length(let length), _): words.length(length)
    case (_, .duration): double.map(MeasureValue.seconds)?.length.map(words.length)
    case (_, .percent): tenths(of: 100).map { words.quotient($0, 10).map(words.percent) } ?? nil
    case (_, .count): double.flatMap { Int(exactly: $0.rounded()) }.map(words.number)
    case (_, .number): tenths(of: 1).flatMap { words.quotient($0, 10) }
    }
  }

  var length: Length? {
    if case .length(let length) = self { return length }
    return nil
  }

  /// Tenths of so many times the value, rounded.
  private func tenths(of factor: Double) -> Int? { double.flatMap { Int(exactly: ($0 * factor * 10).rounded()) } }
}
