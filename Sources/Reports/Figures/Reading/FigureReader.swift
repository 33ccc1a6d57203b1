import Diagnostics
import SQL
import YAML

/// Reads the YAML of an author's block against what the page knows, and collects what is wrong with it.
struct FigureReader {
  let kind: FigureBlock.Kind
  let place: Place
  let scope: FigureScope
  private(set) var errors: [Diagnostic] = []
  /// The author says that it tells no number of few people.
  var isSafe = false

  init(kind: FigureBlock.Kind, place: Place, scope: FigureScope) {
    self.kind = kind
    self.place = place
    self.scope = scope
  }
}

/// A mapping's keys and values by name.
struct FigureKeys {
  struct Entry {
    var key: YAMLNode
    var value: YAMLNode
  }

  private(set) var entries: [String: Entry] = [:]
  /// Of the mapping.
  let place: Place

  init(_ list: [(key: YAMLNode, value: YAMLNode)], place: Place) {
    self.place = place
    for (key, value) in list {
      if let name = key.text { entries[name] = Entry(key: key, value: value) }
    }
  }

  subscript(name: String) -> YAMLNode? { entries[name]?.value }
  func has(_ name: String) -> Bool { entries[name] != nil }
}

extension FigureReader {
  mutating func fail(_ error: Diagnostic) { errors.append(error) }

  mutating func spec(_ root: YAMLNode) -> FigureBlock.Spec? {
    switch kind {
    case .table: tableSpec(root).map { .table($0) }
    case .metric: metricSpec(root).map { .metric($0) }
    case .chart: chartSpec(root).map { .chart($0) }
    }
  }

  /// The keys of a mapping; unknown ones are errors.
  mutating func keys(_ node: YAMLNode, known: [String], kind name: String = "key") -> FigureKeys? {
    guard let entries = node.entries else {
      fail(node.mistake("expected `key: value` lines"))
      return nil
    }
    for (key, _) in entries where !known.contains(key.text ?? "") {
      fail(.unknownKey(key.text ?? "", among: known, at: key.place, kind: name))
    }
    return FigureKeys(entries, place: node.place)
  }

  mutating func text(_ node: YAMLNode?, _ expected: String = "expected words") -> String? {
    guard let node else { return nil }
    if let text = node.text, !node.isNothing { return text }
    fail(node.mistake(expected))
    return nil
  }

  mutating func flag(_ node: YAMLNode?) -> Bool? {
    guard let node else { return nil }
    if let flag = node.flag { return flag }
    fail(node.mistake("expected `true` or `false`"))
    return nil
  }

  mutating func count(_ node: YAMLNode?, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    if let number = node.number, range.contains(number) { return number }
    fail(node.mistake("expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode?, _ kind: String, as _: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let node, let text = text(node, "expected a \(kind)") else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    fail(.unknownKey(text, among: Choice.allCases.map(\.rawValue), at: node.place, kind: kind))
    return nil
  }

  /// A list, or a single one.
  func members(_ node: YAMLNode) -> [YAMLNode] { node.items ?? [node] }

  /// The name of a column that the rows have.
  mutating func column(_ node: YAMLNode?, of source: FigureSource) -> String? {
    guard let node, let name = text(node, "expected a column") else { return nil }
    if source.columns.contains(name) { return name }
    fail(.unknownKey(name, among: source.columns, at: node.place, kind: "column"))
    return nil
  }

  mutating func columns(_ node: YAMLNode?, of source: FigureSource) -> [String]? {
    guard let node else { return nil }
    return members(node).compactMap { column($0, of: source) }
  }

  /// A column that the block cannot do without.
  mutating func needed(_ name: String, _ keys: FigureKeys, of source: FigureSource) -> String? {
    if keys.has(name) { return column(keys[name], of: source) }
    fail(
      .error(
        "expected `\(name): COLUMN`, found no `\(name)`", at: keys.place,
        help: "the columns are \(source.columns.map { "`\($0)`" }.joined(separator: ", "))"))
    return nil
  }

  /// Words that may hold live numbers.
  mutating func live(_ node: YAMLNode?) -> LiveText? {
    guard let node, let text = text(node) else { return nil }
    do {
      return try LiveText.read(text, place: node.place, scope: scope)
    } catch {
      for diagnostic in error.all { fail(diagnostic) }
      return nil
    }
  }
}
