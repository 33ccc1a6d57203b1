import Diagnostics
import SQL
import YAML

/// What a figure's rows are: a query's, or measures by a dimension.
enum FigureSource: Sendable {
  case query(String, QueryShape)
  case measures([Measure], by: MeasureDimension?, where: [FigureFilter])
}

/// Keeps what has one value in a dimension: written out, or that of a column of the page's `for:`.
struct FigureFilter: Sendable {
  enum Value: Sendable {
    case literal(String)
    case parameter(String)
  }

  var dimension: MeasureDimension
  var value: Value
}

extension FigureSource {
  /// The names that a block may give to columns.
  var columns: [String] {
    switch self {
    case .query(_, let shape): shape.columns
    case .measures(let measures, let by, _): (by.map { [$0.rawValue] } ?? []) + measures.map(\.name)
    }
  }

  var measures: [Measure] {
    if case .measures(let measures, _, _) = self { measures } else { [] }
  }

  /// Whether names of people, mails or texts are in it.
  var isPersonal: Bool {
    switch self {
    case .query(_, let shape): shape.isPersonal
    case .measures(_, let by, _): by == .agent
    }
  }
}

extension QueryShape {
  /// Whether it reads names of people, mails or texts.
  var isPersonal: Bool {
    QueryShape.personal.contains { table, columns in reads[table].map { !$0.isDisjoint(with: columns) } ?? false }
  }

  /// Columns of the database that tell who somebody is, or what somebody wrote.
  private static let personal: [(table: String, columns: Set<String>)] = [
    ("customers", ["name", "email", "phone", "address"]), ("events", ["text"]), ("agents", ["name", "email"]),
  ]
}

extension FigureReader {
  static let sourceKeys = ["from", "measures", "by", "where", "safe"]

  /// - Parameters:
  ///   - extra: a key of the block that names measures as well.
  ///   - needsBy: whether measures make rows.
  mutating func source(_ keys: FigureKeys, extra: String? = nil, needsBy: Bool) -> FigureSource? {
    isSafe = flag(keys["safe"]) ?? false
    let asks = ["measures", extra].compactMap(\.self).filter { keys.has($0) }
    if let other = asks.first, let both = keys.entries["from"] {
      fail(.error("found `from` and `\(other)`, expected one of them", at: both.key.place))
      return nil
    }
    if asks.count > 1, let both = keys.entries[asks[1]] {
      fail(.error("found `\(asks[0])` and `\(asks[1])`, expected one of them", at: both.key.place))
      return nil
    }
    if let from = keys["from"] { return query(from, keys) }
    guard let name = asks.first, let node = keys[name] else {
      fail(.error("expected `from: QUERY` or `measures: [NAME]`, found neither", at: keys.place))
      return nil
    }
    return measures(node, keys, needsBy: needsBy)
  }

  private mutating func query(_ node: YAMLNode, _ keys: FigureKeys) -> FigureSource? {
    for name in ["by", "where"] {
      guard let entry = keys.entries[name] else { continue }
      fail(
        .error(
          "`\(name)` belongs to `measures`, found it with `from`", at: entry.key.place,
          help: name == "by" ? "group the rows in the query" : "filter the rows in the query"))
    }
    guard let name = text(node, "expected the name of a query") else { return nil }
    if let shape = scope.queries[name] { return .query(name, shape) }
    let known = scope.queries.keys.sorted()
    fail(
      known.isEmpty
        ? .error(
          "unknown query `\(name)`: the page has none", at: node.place,
          help: "write it as a fence `sql \(name)`")
        : .unknownKey(name, among: known, at: node.place, kind: "query"))
    return nil
  }

  private mutating func measures(_ node: YAMLNode, _ keys: FigureKeys, needsBy: Bool) -> FigureSource? {
    let by: MeasureDimension? = choice(keys["by"], "dimension")
    let filters = filters(keys["where"])
    let measures = members(node).compactMap { measure($0, by: filters.map(\.dimension) + [by].compactMap(\.self)) }
    if needsBy, !keys.has("by") {
      let all = MeasureDimension.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      fail(.error("expected `by: DIMENSION` with `measures`, one of \(all)", at: keys.place))
    }
    guard measures.count == members(node).count, !measures.isEmpty, by != nil || !needsBy else { return nil }
    return .measures(measures, by: by, where: filters)
  }

  /// - Parameter dimensions: what its units have to have.
  mutating func measure(_ node: YAMLNode, by dimensions: [MeasureDimension] = []) -> Measure? {
    guard let name = text(node, "expected the name of a measure") else { return nil }
    if let measure = scope.book[name] {
      for dimension in dimensions {
        if let mistake = scope.book.mistake(name, by: dimension, at: node.place) { fail(mistake) }
      }
      return measure
    }
    let known = scope.book.measures.map(\.name)
    fail(
      known.isEmpty
        ? .error("unknown measure `\(name)`: there are none", at: node.place)
        : .unknownKey(name, among: known, at: node.place, kind: "measure"))
    return nil
  }

  private mutating func filters(_ node: YAMLNode?) -> [FigureFilter] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      fail(node.mistake("expected `dimension: value` lines"))
      return []
    }
    return entries.compactMap { key, value in
      let dimension: MeasureDimension? = choice(key, "dimension")
      guard let dimension, let text = text(value, "expected a value") else { return nil }
      return filterValue(text, at: value).map { FigureFilter(dimension: dimension, value: $0) }
    }
  }

  /// A value as it is written, or `{{ page.COLUMN }}`.
  private mutating func filterValue(_ text: String, at node: YAMLNode) -> FigureFilter.Value? {
    guard text.hasPrefix("{{") && text.hasSuffix("}}") else { return .literal(text) }
    let inside = text.dropFirst(2).dropLast(2).filter { $0 != " " }
    guard inside.hasPrefix("page.") else {
      fail(node.mistake("expected a value or `{{ page.COLUMN }}`"))
      return nil
    }
    let name = String(inside.dropFirst(5))
    if scope.parameters.contains(name) { return .parameter(name) }
    fail(.unknownParameter(name, scope, at: node.place))
    return nil
  }
}

extension Diagnostic {
  /// A column that the page's `for:` does not have.
  static func unknownParameter(_ name: String, _ scope: FigureScope, at place: Place) -> Diagnostic {
    scope.parameters.isEmpty
      ? .error(
        "unknown column `page.\(name)`: the page has no `for: select …`", at: place,
        help: "values of `page.` come from a query in the page's front matter")
      : .unknownKey("page.\(name)", among: scope.parameters.map { "page.\($0)" }, at: place, kind: "column")
  }
}
