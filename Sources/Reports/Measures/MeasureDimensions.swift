import Diagnostics

extension MeasureBook {
  /// Whether a measure can be broken down or filtered by a dimension: all that it is made of has to have it.
  public func supports(_ name: String, _ dimension: MeasureDimension) -> Bool {
    lacking(name, dimension) == nil
  }

  /// Why a measure cannot be broken down or filtered by a dimension; nil if it can.
  public func mistake(_ name: String, by dimension: MeasureDimension, at place: Place?) -> Diagnostic? {
    guard let leaf = lacking(name, dimension) else { return nil }
    let source = leaf.name == name ? "" : " (through `\(leaf.name)`)"
    let all = MeasureDimension.allCases.filter { supports(name, $0) }.map { "`\($0.rawValue)`" }
    return .error(
      "the measure `\(name)`\(source) cannot be divided by `\(dimension.rawValue)`: \(reason(leaf, dimension))",
      at: place, help: "it can be divided by " + all.joined(separator: ", "))
  }

  /// A name that no measure has.
  public func unknown(_ name: String, at place: Place?) -> Diagnostic {
    let near = nearestName(to: name, in: measures.map(\.name))
    return .error("unknown measure `\(name)`", at: place, help: near.map { "did you mean `\($0)`?" })
  }
}

extension MeasureBook {
  /// The first part that lacks the dimension.
  private func lacking(_ name: String, _ dimension: MeasureDimension) -> Measure? {
    leaves(of: [name]).first { leaf in
      switch leaf.definition {
      case .builtIn(let builtIn): !builtIn.population.supports(dimension)
      case .sql: MeasureTable(leaf.unit, leaf.anchor)?.key(dimension) == nil
      case .formula: false
      }
    }
  }

  private func reason(_ leaf: Measure, _ dimension: MeasureDimension) -> String {
    dimension == .agent
      ? "agents write in contacts, and it counts \(leaf.unit.plural)"
      : "the database has no such column for \(leaf.anchor.words(of: leaf.unit))"
  }
}
