import Charts
import Diagnostics
import YAML

/// What an author's table asks for.
struct TableSpec: Sendable {
  var source: FigureSource
  var title: LiveText?
  var note: LiveText?
  /// In the order in which they stand; all of the rows' columns where the author names none.
  var columns: [ColumnSpec]
  var sort: Sort?
  /// So many rows, the rest summed in one.
  var top: Int?
  var totals: Bool
  var search: Bool

  struct Sort: Sendable {
    var column: String
    var isDescending: Bool
  }
}

/// A column of an author's table.
struct ColumnSpec: Sendable {
  /// What the last row, and the row of the others, says of it.
  enum Total: String, CaseIterable, Sendable { case sum, mean, min, max, none }

  var name: String
  var place: Place
  var title: String?
  var format: FigureFormat?
  /// After each value.
  var unit: String?
  var link: FigureLink?
  /// Nil for no bars.
  var bar: Role?
  /// The column with values joined by `|`, or a measure.
  var spark: String?
  var sparkMeasure: String?
  var total: Total?
  /// In the file of rows alone.
  var isHidden = false

  init(_ name: String, place: Place) {
    self.name = name
    self.place = place
  }
}

extension FigureReader {
  static let tableKeys = sourceKeys + ["title", "columns", "sort", "top", "totals", "search", "note"]
  static let columnKeys = ["title", "format", "unit", "link", "bar", "spark", "total", "hidden"]

  mutating func tableSpec(_ root: YAMLNode) -> TableSpec? {
    guard let keys = keys(root, known: FigureReader.tableKeys) else { return nil }
    let title = live(keys["title"])
    let note = live(keys["note"])
    let top = count(keys["top"], 1...10_000)
    let totals = flag(keys["totals"]) ?? false
    let search = flag(keys["search"]) ?? false
    guard let source = source(keys, needsBy: true) else { return nil }
    return TableSpec(
      source: source, title: title, note: note, columns: columnSpecs(keys["columns"], source),
      sort: sort(keys["sort"], source), top: top, totals: totals, search: search)
  }

  private mutating func sort(_ node: YAMLNode?, _ source: FigureSource) -> TableSpec.Sort? {
    guard let node, let text = text(node, "expected a column, `-COLUMN` for the largest first") else { return nil }
    let name = text.hasPrefix("-") ? String(text.dropFirst()) : text
    guard source.columns.contains(name) else {
      fail(.unknownKey(name, among: source.columns, at: node.place, kind: "column"))
      return nil
    }
    return TableSpec.Sort(column: name, isDescending: text.hasPrefix("-"))
  }

  private mutating func columnSpecs(_ node: YAMLNode?, _ source: FigureSource) -> [ColumnSpec] {
    guard let node else { return source.columns.map { ColumnSpec($0, place: place) } }
    if node.items != nil || node.entries == nil {
      return members(node).compactMap { item in
        column(item, of: source).map { ColumnSpec($0, place: item.place) }
      }
    }
    return (node.entries ?? []).compactMap { key, value in columnSpec(key, value, source) }
  }

  /// `name:`, `name: Title` or `name: {…}`.
  private mutating func columnSpec(_ key: YAMLNode, _ value: YAMLNode, _ source: FigureSource) -> ColumnSpec? {
    guard let name = column(key, of: source) else { return nil }
    var spec = ColumnSpec(name, place: key.place)
    if value.isNothing { return spec }
    if let title = value.text {
      spec.title = title
      return spec
    }
    guard let keys = keys(value, known: FigureReader.columnKeys) else { return nil }
    spec.title = text(keys["title"])
    spec.format = choice(keys["format"], "format")
    spec.unit = text(keys["unit"])
    spec.link = keys["link"].flatMap { link($0, source) }
    spec.bar = keys["bar"].flatMap { bar($0) }
    spec.total = choice(keys["total"], "total")
    spec.isHidden = flag(keys["hidden"]) ?? false
    if let node = keys["spark"] { readSpark(node, source, into: &spec) }
    return spec
  }

  private mutating func bar(_ node: YAMLNode) -> Role? {
    if let flag = node.flag { return flag ? .conv : nil }
    return choice(node, "role")
  }

  private mutating func readSpark(_ node: YAMLNode, _ source: FigureSource, into spec: inout ColumnSpec) {
    guard case .measures(_, let by, _) = source else {
      spec.spark = column(node, of: source)
      return
    }
    guard by == .channel || by == .agent || by == .brand else {
      return fail(node.mistake("expected `spark` in a table `by` channel, agent or brand"))
    }
    spec.sparkMeasure = measure(node)?.name
  }
}
