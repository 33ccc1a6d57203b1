import SQL
import Time

/// A value of a figure's rows.
enum FigureValue: Sendable, Equatable {
  case sql(ResultValue)
  /// A value of a dimension, and what readers see.
  case key(String, label: String)
  case reading(MeasureReading)
}

extension FigureValue {
  /// Nil where there is nothing to draw: no value, a text, too few units.
  var number: Double? {
    switch self {
    case .sql(.integer(let n)): Double(n)
    case .sql(.real(let x)): x.isFinite ? x : nil
    case .reading(let reading): reading.isEnough ? reading.value.number : nil
    default: nil
    }
  }

  var isNothing: Bool {
    switch self {
    case .sql(let value): value == .null
    case .key: false
    case .reading(let reading): reading.value == .nothing || !reading.isEnough
    }
  }

  /// A text of the data, as it is; numbers in digits.
  var plain: String {
    switch self {
    case .sql(.null): ""
    case .sql(.integer(let n)): String(n)
    case .sql(.real(let x)): x.description
    case .sql(.text(let text)): text
    case .key(let key, _): key
    case .reading(let reading): reading.value.number?.description ?? ""
    }
  }

  var csv: CSVField {
    switch self {
    case .sql(.null): .empty
    case .sql(.integer(let n)): .number(n)
    case .sql(.real(let x)): .id(x.description)
    case .sql(.text(let text)): .text(text)
    case .key(let key, _): .text(key)
    case .reading(let reading): reading.isEnough ? reading.value.csv : .empty
    }
  }
}

extension MeasureValue {
  /// Lengths in seconds.
  var number: Double? {
    switch self {
    case .nothing: nil
    case .count(let n): Double(n)
    case .share(let n, let whole): whole == 0 ? nil : Double(n) / Double(whole)
    case .quotient(let n, let divisor): divisor == 0 ? nil : Double(n) / Double(divisor)
    case .length(let length): Double(length.milliseconds) / 1000
    case .number(let x): x.isFinite ? x : nil
    }
  }

  var csv: CSVField {
    switch self {
    case .count(let n): .number(n)
    case .length(let length): .length(length)
    default: number.map { .id($0.description) } ?? .empty
    }
  }
}

extension ReportContext {
  /// Wilson's interval: `24–31%`.
  func text(_ interval: ClosedRange<Double>) -> String {
    let edges = [interval.lowerBound, interval.upperBound].map { words.decimal($0 * 100, 0) ?? "" }
    return words.fill("figures.interval", ["low": edges[0], "high": edges[1]])
  }
}
