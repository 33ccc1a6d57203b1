import Charts
import Diagnostics
import YAML

/// What an author's figures ask for.
struct MetricSpec: Sendable {
  var source: FigureSource
  var title: LiveText?
  var note: LiveText?
  var role: Role?
  /// Of a query: the columns with the value, the number of units and the value before.
  var value: String?
  var n: String?
  var before: String?
  var format: FigureFormat?
  /// Of measures.
  var compares: Bool
  var hasSpark: Bool
}

extension FigureReader {
  static let metricKeys =
    ["measure"] + sourceKeys + ["value", "title", "format", "n", "compare", "spark", "role", "note"]

  mutating func metricSpec(_ root: YAMLNode) -> MetricSpec? {
    guard let keys = keys(root, known: FigureReader.metricKeys) else { return nil }
    let title = live(keys["title"])
    let note = live(keys["note"])
    let format: FigureFormat? = choice(keys["format"], "format")
    let role: Role? = choice(keys["role"], "role")
    if let by = keys.entries["by"], keys["from"] == nil {
      fail(
        .error("`by` makes rows, which a `metric` does not have", at: by.key.place, help: "use a `table` or a `chart`"))
    }
    guard let source = source(keys, extra: "measure", needsBy: false) else { return nil }
    var spec = MetricSpec(
      source: source, title: title, note: note, role: role, format: format, compares: true, hasSpark: true)
    if case .query = source {
      readQuery(keys, into: &spec)
    } else {
      readMeasures(keys, into: &spec)
    }
    return spec
  }

  private mutating func readQuery(_ keys: FigureKeys, into spec: inout MetricSpec) {
    spec.value = needed("value", keys, of: spec.source)
    spec.n = column(keys["n"], of: spec.source)
    spec.before = column(keys["compare"], of: spec.source)
    if let spark = keys.entries["spark"] {
      fail(.error("`spark` belongs to `measure`, found it with `from`", at: spark.key.place))
    }
  }

  private mutating func readMeasures(_ keys: FigureKeys, into spec: inout MetricSpec) {
    for name in ["value", "n"] {
      guard let entry = keys.entries[name] else { continue }
      fail(.error("`\(name)` belongs to `from`, found it with a measure", at: entry.key.place))
    }
    if let title = keys.entries["title"], spec.source.measures.count > 1 {
      fail(.error("`title` fits one figure, found several measures", at: title.key.place))
    }
    spec.compares = flag(keys["compare"]) ?? true
    spec.hasSpark = flag(keys["spark"]) ?? true
  }
}
