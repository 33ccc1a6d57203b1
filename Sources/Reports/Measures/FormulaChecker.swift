/// Finds what a formula's values are, or why its arithmetic makes no sense: units are not added to others, and nothing
/// is divided that is placed in time by another instant.
struct FormulaChecker {
  struct Failure: Error, Equatable {
    var summary: String
    var help: String?
    /// The byte of the operator.
    var offset: Int
  }

  let formula: MeasureFormula
  /// Of each measure that it names.
  let quantities: [String: MeasureQuantity]
}

extension FormulaChecker {
  private typealias Node = MeasureFormula.Node

  func quantity() throws(Failure) -> MeasureQuantity { try quantity(formula.root) }

  private func quantity(_ node: MeasureFormula.Node) throws(Failure) -> MeasureQuantity {
    switch node {
    case .number: return .bare
    case .measure(let name, _): return quantities[name] ?? .bare
    case .operation(let sign, let at, let left, let right, _):
      let step = Step(
        a: try quantity(left), b: try quantity(right), left: left, right: right, sign: sign, offset: at,
        formula: formula)
      return try step.quantity()
    }
  }
}

/// One operator with what stands on its sides.
private struct Step {
  let a: MeasureQuantity
  let b: MeasureQuantity
  let left: MeasureFormula.Node
  let right: MeasureFormula.Node
  let sign: MeasureFormula.Operator
  let offset: Int
  let formula: MeasureFormula

  func quantity() throws(FormulaChecker.Failure) -> MeasureQuantity {
    if a.isBare && b.isBare { return .bare }
    switch sign {
    case .add, .subtract: return try sum()
    case .multiply: return try product()
    case .divide: return try quotient()
    }
  }
}

extension Step {
  private func sum() throws(FormulaChecker.Failure) -> MeasureQuantity {
    if a.isBare || b.isBare { return try sumWithNumber() }
    guard a.unit == b.unit else {
      throw failure(
        "`\(whole)` \(adds(plural(a), plural(b))), two units",
        help: countsContactsAndOthers ? "`demand` counts both without counting anyone twice" : nil)
    }
    try requireOneAnchor(sign == .add ? "adds across anchors" : "subtracts across anchors")
    guard a.kind == b.kind else { throw failure("`\(whole)` \(adds(a.words, b.words))") }
    if a.kind == .share, a.whole != b.whole {
      throw failure("`\(whole)` \(sign == .add ? "adds" : "subtracts") shares of different wholes")
    }
    if a.kind == .length, a.isMiddle || b.isMiddle, sign == .add {
      throw failure(
        "`\(whole)` adds medians or percentiles, which gives that of nothing",
        help: "define the sum for each \(a.unit?.rawValue ?? "unit") in SQL, then take its median")
    }
    return a
  }

  /// `1 - rate` is the rest of a whole; otherwise a number without a unit is added to nothing.
  private func sumWithNumber() throws(FormulaChecker.Failure) -> MeasureQuantity {
    let measured = a.isBare ? b : a
    if measured.kind == .share || measured.kind == .number { return measured }
    throw failure("`\(whole)` \(adds(a.words, b.words))")
  }

  private func product() throws(FormulaChecker.Failure) -> MeasureQuantity {
    if a.isBare || b.isBare { return scaled(a.isBare ? b : a) }
    try requireOneAnchor("multiplies across anchors")
    guard a.unit == b.unit, [a.kind, b.kind].contains(.share), [a.kind, b.kind].contains(.count) else {
      throw failure("`\(whole)` multiplies \(a.words) by \(b.words)")
    }
    return MeasureQuantity(.number, a.unit, a.anchor)
  }

  private func quotient() throws(FormulaChecker.Failure) -> MeasureQuantity {
    if b.isBare { return scaled(a) }
    if a.isBare { throw failure("`\(whole)` divides \(a.words) by \(b.words)") }
    try requireOneAnchor("divides across anchors")
    switch (a.kind, b.kind) {
    case (.count, .count):
      let kind: MeasureQuantity.Kind = a.unit == b.unit ? .share : .quotient
      return MeasureQuantity(kind, b.unit, b.anchor, whole: kind == .share ? formula.text(of: right) : nil)
    case (.length, .count) where !a.isMiddle: return MeasureQuantity(.length, b.unit, b.anchor)
    case (.length, .length) where !a.isMiddle && !b.isMiddle, (.share, .share), (.quotient, .quotient), (.number, _),
      (_, .number):
      return MeasureQuantity(.number, b.unit, b.anchor)
    case (.length, .length): throw failure("`\(whole)` divides medians or percentiles, which gives a share of nothing")
    default: throw failure("`\(whole)` divides \(a.words) by \(b.words)")
    }
  }

  /// What becomes of a measure that a bare number multiplies or divides.
  private func scaled(_ quantity: MeasureQuantity) -> MeasureQuantity {
    quantity.kind == .length || quantity.kind == .quotient
      ? quantity : MeasureQuantity(.number, quantity.unit, quantity.anchor)
  }
}

extension Step {
  private func requireOneAnchor(_ summary: String) throws(FormulaChecker.Failure) {
    guard let first = a.anchor, let second = b.anchor, let unit = a.unit, let other = b.unit else { return }
    if first.instant(of: unit) == second.instant(of: other) { return }
    throw failure(
      "\(summary): `\(formula.text(of: left))` is placed by \(first.words(of: unit)), "
        + "`\(formula.text(of: right))` by \(second.words(of: other))",
      help: "show the two beside each other, or take measures of one anchor")
  }

  private var whole: String { "\(formula.text(of: left)) \(sign.rawValue) \(formula.text(of: right))" }

  private func adds(_ a: String, _ b: String) -> String {
    sign == .add ? "adds \(a) and \(b)" : "subtracts \(b) from \(a)"
  }

  private func plural(_ quantity: MeasureQuantity) -> String { quantity.unit?.plural ?? "nothing" }

  private var countsContactsAndOthers: Bool {
    let units = [a.unit, b.unit]
    return sign == .add && units.contains(.contact) && (units.contains(.session) || units.contains(.conversation))
  }

  private func failure(_ summary: String, help: String? = nil) -> FormulaChecker.Failure {
    .init(summary: summary, help: help, offset: offset)
  }
}
