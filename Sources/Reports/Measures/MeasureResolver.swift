import Diagnostics
import SQL

/// Makes measures of drafts: what they name has to be there, and what they declare has to be so.
struct MeasureResolver {
  private let drafts: [MeasureDraft]
  private let queries: (any QuerySource)?
  private(set) var errors: [Diagnostic] = []
  private var known: [String: MeasureQuantity] = [:]
  /// Those whose mistakes are told: what they are made of is not told again.
  private var isBroken: Set<String> = []

  init(_ drafts: [MeasureDraft], queries: (any QuerySource)?) {
    self.drafts = drafts
    self.queries = queries
  }
}

extension MeasureResolver {
  /// In the drafts' order; those with mistakes are left out.
  mutating func measures() -> [Measure] {
    for draft in drafts { _ = quantity(of: draft, within: []) }
    return drafts.compactMap { draft in
      guard !isBroken.contains(draft.name), let quantity = known[draft.name] else { return nil }
      return measure(draft, quantity)
    }
  }

  private func measure(_ draft: MeasureDraft, _ quantity: MeasureQuantity) -> Measure? {
    guard let definition = draft.definition, let unit = quantity.unit, let anchor = quantity.anchor else { return nil }
    var measure = Measure(
      name: draft.name, title: draft.title, sentence: draft.sentence, unit: unit, anchor: anchor,
      format: draft.format?.value ?? quantity.formats[0], minimum: draft.minimum, place: draft.place,
      definition: .sql("", n: nil))
    measure.hasInterval = draft.interval != nil
    switch definition {
    case .builtIn(let part): measure.definition = .builtIn(part.value)
    case .sql(let text): measure.definition = .sql(text.value, n: draft.n?.text.value)
    case .formula(let formula, _): measure.definition = .formula(formula)
    }
    return measure
  }
}

extension MeasureResolver {
  /// - Parameter path: the measures that led here, to tell a circle.
  private mutating func quantity(of draft: MeasureDraft, within path: [String]) -> MeasureQuantity? {
    if let quantity = known[draft.name] { return quantity }
    guard !isBroken.contains(draft.name) else { return nil }
    let before = errors.count
    let quantity = checkedQuantity(of: draft, within: path + [draft.name])
    if let quantity, errors.count == before {
      known[draft.name] = quantity
      return quantity
    }
    isBroken.insert(draft.name)
    return nil
  }

  private mutating func checkedQuantity(of draft: MeasureDraft, within path: [String]) -> MeasureQuantity? {
    guard let definition = draft.definition else { return nil }
    let quantity: MeasureQuantity?
    switch definition {
    case .builtIn(let part):
      quantity = part.value.quantity
      requireDeclared(draft, part.value.quantity, "the built-in `\(part.value.rawValue)`")
    case .sql(let text): quantity = sqlQuantity(of: draft, text)
    case .formula(let formula, let text):
      quantity = formulaQuantity(formula, text, within: path)
      if let quantity { requireDeclared(draft, quantity, "its formula") }
    }
    if let quantity { checkParts(draft, quantity) }
    return quantity
  }

  /// Unit, anchor and format agree with what the definition gives.
  private mutating func requireDeclared(_ draft: MeasureDraft, _ quantity: MeasureQuantity, _ source: String) {
    if let unit = draft.unit, let real = quantity.unit, unit.value != real {
      error(
        "found the unit `\(unit.value.rawValue)`, but \(source) counts `\(real.rawValue)`", unit.place,
        help: "write `unit: \(real.rawValue)`")
    }
    if let anchor = draft.anchor, let real = quantity.anchor, anchor.value != real {
      error(
        "found the anchor `\(anchor.value.rawValue)`, but \(source) is placed by `\(real.rawValue)`", anchor.place,
        help: "write `anchor: \(real.rawValue)`")
    }
    if let format = draft.format, !quantity.formats.contains(format.value) {
      let formats = quantity.formats.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      let expected = quantity.formats.count == 1 ? formats : "one of " + formats
      error(
        "found the format `\(format.value.rawValue)`, but \(source) gives \(quantity.words), expected \(expected)",
        format.place)
    }
  }

  /// `interval` and `n`.
  private mutating func checkParts(_ draft: MeasureDraft, _ quantity: MeasureQuantity) {
    if let place = draft.interval, quantity.kind != .share {
      error(
        "an interval stands with a share, and `\(draft.name)` is \(quantity.words)", place,
        help: "take the interval out, or divide by what there was in all")
    }
    guard case .sql = draft.definition else {
      if let n = draft.n { error("`n` stands with `sql` only: here it follows from the definition", n.place) }
      return
    }
    if let place = draft.interval, draft.n == nil {
      errors.append(
        .error(
          "an interval needs to know of how many", at: place,
          help: "add `n:` with an expression that counts them, such as `count(*)`"))
    }
    if draft.minimum > 0, draft.n == nil, quantity.kind != .count {
      errors.append(
        .error(
          "`minimum` needs to know on how many the value rests", at: draft.place,
          help: "add `n:` with an expression that counts them, such as `count(*)`"))
    }
  }

  private mutating func error(_ summary: String, _ place: Place, help: String? = nil) {
    errors.append(.error(summary, at: place, help: help))
  }
}

extension MeasureResolver {
  private mutating func formulaQuantity(
    _ formula: MeasureFormula, _ text: MeasureDraft.Text, within path: [String]
  ) -> MeasureQuantity? {
    var quantities: [String: MeasureQuantity] = [:]
    var isWhole = true
    for (name, range) in formula.references where quantities[name] == nil {
      if let quantity = part(name, text.place(range.lowerBound), within: path) {
        quantities[name] = quantity
      } else {
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    guard !quantities.isEmpty else {
      error("the formula `\(formula.text)` names no measure", text.place(0))
      return nil
    }
    do {
      return try FormulaChecker(formula: formula, quantities: quantities).quantity()
    } catch {
      errors.append(.error(error.summary, at: text.place(error.offset), help: error.help))
      return nil
    }
  }

  private mutating func part(_ name: String, _ place: Place, within path: [String]) -> MeasureQuantity? {
    if let start = path.firstIndex(of: name) {
      let circle = (path[start...] + [name]).joined(separator: " → ")
      error("circular measures: \(circle)", place, help: "define one of them without the others")
      return nil
    }
    guard let draft = drafts.first(where: { $0.name == name }) else {
      let names = drafts.map(\.name)
      errors.append(
        .error(
          "unknown measure `\(name)`", at: place,
          help: nearestName(to: name, in: names).map { "did you mean `\($0)`?" }))
      return nil
    }
    return quantity(of: draft, within: path)
  }

  private mutating func sqlQuantity(of draft: MeasureDraft, _ text: MeasureDraft.Text) -> MeasureQuantity? {
    guard let unit = draft.unit, let anchor = draft.anchor, let format = draft.format else { return nil }
    guard let table = MeasureTable(unit.value, anchor.value) else {
      let (part, place) =
        MeasureTable.anchors(of: unit.value).isEmpty
        ? ("the unit `\(unit.value.rawValue)`", unit.place)
        : ("`\(anchor.value.rawValue)` of a \(unit.value.rawValue)", anchor.place)
      error("\(part) has no table, expected one of \(MeasureTable.list)", place)
      return nil
    }
    if let queries {
      let checker = MeasureSQLChecker(table: table, queries: queries)
      errors += checker.mistakes(in: text)
      if let n = draft.n { errors += checker.mistakes(in: n.text) }
    }
    return MeasureQuantity(sql: format.value, unit.value, anchor.value, named: draft.name)
  }
}
