import Time

extension MeasureFormula {
  /// The formula's reading from those of the measures that it names. Whole numbers stay exact; n is that of the divisor,
  /// or the least of its parts'.
  func reading(_ parts: [String: MeasureReading], _ units: [String: Measure.Unit]) -> MeasureReading {
    let evaluation = Evaluation(parts: parts, units: units)
    let result = evaluation.result(root)
    var reading = MeasureReading(result.value.known, n: result.value.isCount ? nil : result.n)
    reading.isEnough = names.allSatisfy { parts[$0]?.isEnough ?? false }
    return reading
  }
}

/// The value of a part of a formula.
private struct Result {
  var value: MeasureValue
  var n: Int?
  /// Nil for a bare number.
  var unit: Measure.Unit?
}

private struct Evaluation {
  let parts: [String: MeasureReading]
  let units: [String: Measure.Unit]

  func result(_ node: MeasureFormula.Node) -> Result {
    switch node {
    case .number(let value, _): return Result(value: .number(value))
    case .measure(let name, _):
      let reading = parts[name] ?? .nothing
      return Result(value: reading.value, n: reading.n ?? reading.value.counted, unit: units[name])
    case .operation(let sign, _, let left, let right, _):
      let (a, b) = (result(left), result(right))
      let value =
        switch sign {
        case .add: a.value.adding(b.value, sign: 1)
        case .subtract: a.value.adding(b.value, sign: -1)
        case .multiply: a.value.multiplied(by: b.value)
        case .divide: a.value.divided(by: b.value, sameUnit: a.unit == b.unit)
        }
      return Result(value: value, n: n(sign, a, b), unit: b.unit ?? a.unit)
    }
  }

  private func n(_ sign: MeasureFormula.Operator, _ a: Result, _ b: Result) -> Int? {
    if sign == .divide, let whole = b.value.counted { return whole }
    return [a.n, b.n].compactMap(\.self).min()
  }
}

extension MeasureValue {
  /// Lengths as seconds; nil for nothing.
  var double: Double? {
    switch self {
    case .nothing: nil
    case .count(let n): Double(n)
    case .share(let a, let b), .quotient(let a, let b): b == 0 ? nil : Double(a) / Double(b)
    case .length(let length): Double(length.milliseconds) / 1000
    case .number(let value): value
    }
  }

  fileprivate var isCount: Bool { counted != nil }

  fileprivate var counted: Int? {
    if case .count(let n) = self { return n }
    return nil
  }

  /// What can be printed: no division by nothing, and no overflow.
  fileprivate var known: MeasureValue {
    switch self {
    case .share(_, of: 0), .quotient(_, 0): .nothing
    case .number(let value) where !value.isFinite: .nothing
    default: self
    }
  }

  fileprivate func adding(_ other: MeasureValue, sign: Int) -> MeasureValue {
    switch (self, other) {
    case (.nothing, _), (_, .nothing): return .nothing
    case (.count(let a), .count(let b)):
      let (sum, isTooMuch) = a.addingReportingOverflow(b.multipliedReportingOverflow(by: sign).partialValue)
      return isTooMuch ? .number(Double(a) + Double(sign) * Double(b)) : .count(sum)
    case (.share(let a, let n), .share(let b, let m)) where n == m: return .share(a + sign * b, of: n)
    case (.number(let whole), .share(let a, let n)) where whole == 1 && sign == -1: return .share(n - a, of: n)
    case (.length(let a), .length(let b)): return .length(sign > 0 ? a + b : a - b)
    default: return .combined(self, other) { $0 + Double(sign) * $1 }
    }
  }

  fileprivate func multiplied(by other: MeasureValue) -> MeasureValue {
    switch (self, other) {
    case (.length(let length), .number(let factor)), (.number(let factor), .length(let length)):
      .seconds(Double(length.milliseconds) / 1000 * factor)
    default: .combined(self, other, *)
    }
  }

  fileprivate func divided(by other: MeasureValue, sameUnit: Bool) -> MeasureValue {
    switch (self, other) {
    case (.count(let a), .count(let b)): return b == 0 ? .nothing : sameUnit ? .share(a, of: b) : .quotient(a, b)
    case (.length(let length), .number(let divisor)): return .seconds(Double(length.milliseconds) / 1000 / divisor)
    case (.length(let length), .count(let n)):
      return n == 0 ? .nothing : .seconds(Double(length.milliseconds) / 1000 / Double(n))
    default: return other.double == 0 ? .nothing : .combined(self, other, /)
    }
  }

  /// To the millisecond; nothing where that is no number.
  static func seconds(_ seconds: Double) -> MeasureValue {
    let milliseconds = (seconds * 1000).rounded()
    return Int64(exactly: milliseconds).map { .length(Length(milliseconds: $0)) } ?? .nothing
  }

  private static func combined(
    _ a: MeasureValue, _ b: MeasureValue, _ operation: (Double, Double) -> Double
  ) -> MeasureValue {
    guard let a = a.double, let b = b.double else { return .nothing }
    return .number(operation(a, b))
  }
}
