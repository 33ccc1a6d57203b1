import Charts
import Diagnostics
import Time
import YAML

extension FigureReader {
  mutating func chartSpec(_ root: YAMLNode) -> ChartSpec? {
    guard let keys = keys(root, known: ChartSpec.Kind.allKeys) else { return nil }
    guard let kind = kind(keys) else { return nil }
    refuseForeign(keys, kind)
    let words = (live(keys["title"]), live(keys["description"]), live(keys["note"]))
    let format: FigureFormat? = choice(keys["format"], "format")
    guard let source = source(keys, needsBy: true) else { return nil }
    var spec = ChartSpec(kind: kind, source: source, title: words.0, description: words.1, note: words.2)
    spec.format = format
    spec.role = choice(keys["role"], "role")
    spec.top = count(keys["top"], 1...1000)
    spec.roles = roles(keys["roles"])
    spec.notes = notes(keys["notes"], on: source)
    readColumns(keys, into: &spec)
    readShape(keys, into: &spec)
    return spec
  }

  private mutating func kind(_ keys: FigureKeys) -> ChartSpec.Kind? {
    if keys.has("type") { return choice(keys["type"], "type") }
    let all = ChartSpec.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    fail(.error("expected `type: …`, one of \(all), found no `type`", at: keys.place))
    return nil
  }

  private mutating func refuseForeign(_ keys: FigureKeys, _ kind: ChartSpec.Kind) {
    let fitting = kind.keys + ChartSpec.Kind.commonKeys
    for name in ChartSpec.Kind.allKeys where !fitting.contains(name) {
      guard let entry = keys.entries[name] else { continue }
      let list = kind.keys.map { "`\($0)`" }.joined(separator: ", ")
      fail(
        .error(
          "`\(name)` does not fit `type: \(kind.rawValue)`", at: entry.key.place,
          help: list.isEmpty ? "remove it" : "what fits: \(list)"))
    }
  }

  private mutating func readShape(_ keys: FigureKeys, into spec: inout ChartSpec) {
    let stacked = flag(keys["stacked"])
    let grouped = flag(keys["grouped"])
    if stacked == true, grouped == true, let entry = keys.entries["grouped"] {
      fail(.error("found `stacked` and `grouped`, expected one of them", at: entry.key.place))
    }
    spec.isStacked = stacked ?? !(grouped ?? false)
    spec.isHorizontal = flag(keys["horizontal"]) ?? false
    if let items = keys["bins"]?.items {
      spec.edges = edges(items)
    } else {
      spec.bins = count(keys["bins"], 2...60)
    }
    spec.scale = choice(keys["scale"], "scale") ?? .linear
    if spec.scale == .log, spec.kind != .line, let entry = keys.entries["scale"] {
      fail(
        .error(
          "a logarithmic scale has no zero, from which a `\(spec.kind.rawValue)` is drawn", at: entry.value.place,
          help: "use `type: line`, or leave `scale` out"))
    }
    if spec.isHorizontal, let entry = keys.entries["notes"] {
      fail(.error("`notes` do not fit `horizontal: true`", at: entry.key.place))
    }
  }

  private mutating func readColumns(_ keys: FigureKeys, into spec: inout ChartSpec) {
    switch spec.kind {
    case .bar, .line, .area: readPlot(keys, into: &spec)
    case .spark:
      spec.columns["x"] = column(keys["x"], of: spec.source) ?? dimension(spec.source)
      spec.y = values(keys, spec.source)
    case .histogram: readHistogram(keys, into: &spec)
    case .heat: read(["x", "y", "value"], keys, into: &spec)
    case .flow: read(["from_column", "to_column", "value"], keys, into: &spec)
    case .strips: readStrips(keys, into: &spec)
    case .lanes: checkLanes(keys, spec.source)
    }
  }

  private mutating func read(_ names: [String], _ keys: FigureKeys, into spec: inout ChartSpec) {
    for name in names { spec.columns[name] = needed(name, keys, of: spec.source) }
  }

  private mutating func readPlot(_ keys: FigureKeys, into spec: inout ChartSpec) {
    if !keys.has("x"), let dimension = dimension(spec.source) {
      spec.columns["x"] = dimension
    } else {
      read(["x"], keys, into: &spec)
    }
    spec.y = values(keys, spec.source)
    spec.columns["series"] = column(keys["series"], of: spec.source)
    if keys.has("series"), spec.y.count > 1, let entry = keys.entries["series"] {
      fail(
        .error(
          "`series` takes one column as `y`, found \(spec.y.count)", at: entry.key.place,
          help: "either several columns in `y`, or one with `series`"))
    }
  }

  private mutating func readHistogram(_ keys: FigureKeys, into spec: inout ChartSpec) {
    guard keys.has("x") || keys.has("y") else { return read(["value"], keys, into: &spec) }
    for name in ["value", "bins"] {
      guard let entry = keys.entries[name] else { continue }
      fail(.error("`\(name)` is for raw values, found it with ready bins", at: entry.key.place))
    }
    read(["x", "y"], keys, into: &spec)
  }

  /// Where bins begin: numbers, or lengths such as `5m`, in seconds.
  private mutating func edges(_ items: [YAMLNode]) -> [Double] {
    var edges: [Double] = []
    for item in items.prefix(61) {
      guard let edge = item.text.flatMap(FigureReader.edge) else {
        fail(item.mistake("expected a number, or a length such as `30s`, `5m`, `1h` or `2d`"))
        return []
      }
      if let last = edges.last, last >= edge {
        fail(item.mistake("expected an edge above the one before"))
        return []
      }
      edges.append(edge)
    }
    guard (2...60).contains(edges.count) else {
      if let first = items.first { fail(first.mistake("expected 2 to 60 edges")) }
      return []
    }
    return edges
  }

  private static func edge(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Double(unit == nil ? text : String(text.dropLast())), number.magnitude < 1e15 else { return nil }
    return number * (unit ?? 1)
  }

  private mutating func readStrips(_ keys: FigureKeys, into spec: inout ChartSpec) {
    read(["label"], keys, into: &spec)
    if keys.has("value") {
      spec.columns["value"] = column(keys["value"], of: spec.source)
      return
    }
    for name in ChartSpec.Kind.percentiles {
      if keys.has(name) {
        spec.columns[name] = column(keys[name], of: spec.source)
      } else if spec.source.columns.contains(name) {
        spec.columns[name] = name
      } else {
        fail(
          .error(
            "expected a column `\(name)`, found none", at: keys.place,
            help: "name the five columns `p10` … `p90`, or give one of raw values as `value: COLUMN`"))
      }
    }
  }

  private mutating func checkLanes(_ keys: FigureKeys, _ source: FigureSource) {
    for name in ChartSpec.Kind.laneColumns where !source.columns.contains(name) {
      fail(
        .error(
          "expected a column `\(name)`, found none", at: keys["from"]?.place ?? keys.place,
          help: "the rows of `lanes` have `kind`, `started_at` and `ended_at`"))
    }
  }

  /// Measures need no `y`: all are meant.
  private mutating func values(_ keys: FigureKeys, _ source: FigureSource) -> [String] {
    if !keys.has("y"), !source.measures.isEmpty { return source.measures.map(\.name) }
    if keys.has("y") { return columns(keys["y"], of: source) ?? [] }
    return needed("y", keys, of: source).map { [$0] } ?? []
  }

  private func dimension(_ source: FigureSource) -> String? {
    if case .measures(_, let by, _) = source { by?.rawValue } else { nil }
  }

  private mutating func roles(_ node: YAMLNode?) -> [(series: String, role: Role)] {
    guard let node else { return [] }
    guard let entries = node.entries else {
      fail(node.mistake("expected `series: role` lines"))
      return []
    }
    return entries.compactMap { key, value in
      let role: Role? = choice(value, "role")
      guard let role, let name = key.text else { return nil }
      return (name, role)
    }
  }

  /// Of measures by day, week or month it is known that a note stands at a day.
  private mutating func notes(_ node: YAMLNode?, on source: FigureSource) -> [ChartSpec.Note] {
    let notes = notes(node)
    guard case .measures(_, let by?, _) = source, [.day, .week, .month].contains(by) else { return notes }
    for note in notes where CivilDate(day: note.at) == nil && CivilDate(month: note.at) == nil {
      fail(.error("expected a day such as `2026-03-01`, found `\(note.at)`", at: note.place))
    }
    return notes
  }

  private mutating func notes(_ node: YAMLNode?) -> [ChartSpec.Note] {
    guard let node else { return [] }
    guard let items = node.items else {
      fail(node.mistake("expected a list of `{at: …, text: …}`"))
      return []
    }
    return items.compactMap { item in
      guard let keys = keys(item, known: ["at", "text"]) else { return nil }
      for name in ["at", "text"] where !keys.has(name) {
        fail(.error("expected `\(name): …` in a note, found none", at: item.place))
      }
      guard let at = text(keys["at"]), let words = text(keys["text"]) else { return nil }
      return ChartSpec.Note(at: at, text: words, place: keys["at"]?.place ?? item.place)
    }
  }
}
