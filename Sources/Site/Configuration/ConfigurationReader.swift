import Diagnostics
import Grouping
import Time
import Yams

/// Reads `site.yml` strictly: an unknown key or a value of the wrong kind is an error with its place and the nearest
/// known key; all of a file's errors are collected.
public struct ConfigurationReader {
  private let path: String
  private let lines: [Substring]
  private var errors: [Diagnostic] = []

  /// - Parameter path: as shown in errors.
  public static func read(_ text: String, path: String) throws(Diagnostics) -> SiteConfiguration {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var reader = ConfigurationReader(path: path, lines: lines)
    var configuration = SiteConfiguration()
    do {
      if let root = try Yams.compose(yaml: text) { reader.read(root, into: &configuration) }
    } catch let error as YamlError {
      reader.errors.append(reader.diagnostic(error))
    } catch {
      reader.errors.append(.error("unreadable YAML", at: Place(path: path)))
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    return configuration
  }

  private init(path: String, lines: [Substring]) {
    self.path = path
    self.lines = lines
  }
}

extension ConfigurationReader {
  private mutating func read(_ root: Node, into configuration: inout SiteConfiguration) {
    for (key, name, value) in entries(root, of: "site.yml") {
      switch name {
      case "title": set(&configuration.title, value)
      case "timezone": set(&configuration.timezone, value)
      case "language": set(&configuration.language, value)
      case "period": readPeriod(value, into: &configuration)
      case "link_template": readLinkTemplate(value, into: &configuration)
      case "labels": readLabels(value, into: &configuration)
      case "data": readData(value, into: &configuration)
      case "rules": configuration.rules = settings(value)
      case "brands":
        for (_, brand, rules) in entries(value, of: "brands") { configuration.brandRules[brand] = settings(rules) }
      case "message_format": readMessageFormat(value, into: &configuration)
      case "sessions_with_messages": readSessionsWithMessages(value, into: &configuration)
      default: unknown(key, name, among: SiteConfiguration.keys)
      }
    }
  }

  private mutating func readSessionsWithMessages(_ value: Node, into configuration: inout SiteConfiguration) {
    guard let flag = value.bool else { return mistake("expected true or false", value) }
    configuration.sessionsWithMessages = flag
  }

  private mutating func readPeriod(_ value: Node, into configuration: inout SiteConfiguration) {
    guard let text = value.string, let length = Length(text), length.milliseconds % 86_400_000 == 0,
      length <= .days(366)
    else { return mistake("expected whole days up to 366 such as `28d`", value) }
    configuration.periodDays = Int(length.milliseconds / 86_400_000)
  }

  private mutating func readLinkTemplate(_ value: Node, into configuration: inout SiteConfiguration) {
    guard let text = value.string, text.hasPrefix("https://") || text.hasPrefix("http://") else {
      return mistake("expected an address that begins with https:// or http://", value)
    }
    configuration.linkTemplate = text
  }

  private mutating func readLabels(_ value: Node, into configuration: inout SiteConfiguration) {
    for (key, name, label) in entries(value, of: "labels") {
      switch name {
      case "ai": configuration.labels.ai = string(label)
      case "team": configuration.labels.team = string(label)
      case "brand": configuration.labels.brand = string(label)
      default: unknown(key, name, among: ["ai", "team", "brand"])
      }
    }
  }

  private mutating func readMessageFormat(_ value: Node, into configuration: inout SiteConfiguration) {
    let actors = ["customer", "ai", "agent", "system"]
    for (key, name, format) in entries(value, of: "message_format") {
      guard actors.contains(name) else {
        unknown(key, name, among: actors)
        continue
      }
      guard let choice = format.string.flatMap(SiteConfiguration.MessageFormat.init(rawValue:)) else {
        mistake("expected `plain` or `commonmark`", format)
        continue
      }
      configuration.messageFormat[name] = choice
    }
  }

  private mutating func readData(_ value: Node, into configuration: inout SiteConfiguration) {
    guard case .sequence(let sequence) = value else {
      return isNothing(value) ? () : mistake("expected a list of paths or entries", value)
    }
    for node in sequence {
      if case .mapping = node {
        if let entry = dataEntry(node) { configuration.data.append(entry) }
      } else if let path = node.scalar?.string, !path.isEmpty, !isNothing(node) {
        configuration.data.append(SiteConfiguration.Data(path: path))
      } else {
        mistake("expected a path or an entry", node)
      }
    }
  }

  private mutating func dataEntry(_ node: Node) -> SiteConfiguration.Data? {
    var entry = SiteConfiguration.Data(path: "")
    for (key, name, value) in entries(node, of: "data") {
      switch name {
      case "path": set(&entry.path, value)
      case "brand": entry.brand = string(value)
      case "timezone": entry.timezone = string(value)
      case "columns": entry.columns = strings(value, of: "columns")
      case "values":
        for (_, field, map) in entries(value, of: "values") { entry.values[field] = strings(map, of: "values") }
      default: unknown(key, name, among: ["path", "brand", "columns", "values", "timezone"])
      }
    }
    guard !entry.path.isEmpty else {
      mistake("expected a `path`", node)
      return nil
    }
    return entry
  }

  /// Rules as texts; what they mean is Grouping's. A wrong one is told with its place.
  private mutating func settings(_ node: Node) -> [RuleSet.Setting] {
    var settings: [RuleSet.Setting] = []
    for (key, name, value) in entries(node, of: "rules") {
      if name == "routes" {
        for (channel, channelName, route) in entries(value, of: "routes") {
          if let text = string(route) { add(("routes." + channelName, text), at: channel, to: &settings) }
        }
      } else if name == "ai_actors", case .sequence(let list) = value {
        add((name, list.compactMap { string($0) }.joined(separator: ",")), at: key, to: &settings)
      } else if let text = string(value) {
        add((name, text), at: key, to: &settings)
      }
    }
    return settings
  }

  private mutating func add(_ setting: RuleSet.Setting, at key: Node, to settings: inout [RuleSet.Setting]) {
    do throws(RuleError) {
      var rules = Rules()
      try rules.set(setting.key, to: setting.value)
      settings.append(setting)
    } catch {
      errors.append(error.diagnostic(at: place(key)))
    }
  }
}

extension ConfigurationReader {
  /// A mapping's entries: the key's node and text, and the value. Where there is nothing, there are none.
  private mutating func entries(_ node: Node, of name: String) -> [(Node, String, Node)] {
    guard case .mapping(let mapping) = node else {
      if !isNothing(node) { mistake("expected `key: value` lines under `\(name)`", node) }
      return []
    }
    return mapping.compactMap { key, value in
      guard let text = key.scalar?.string else {
        mistake("expected a key under `\(name)`", key)
        return nil
      }
      return (key, text, value)
    }
  }

  /// Texts by name; an empty one is a text here.
  private mutating func strings(_ node: Node, of name: String) -> [String: String] {
    var strings: [String: String] = [:]
    for (_, name, value) in entries(node, of: name) {
      if let text = value.scalar?.string { strings[name] = text } else { mistake("expected one value", value) }
    }
    return strings
  }

  private mutating func string(_ node: Node) -> String? {
    guard let text = node.scalar?.string, !isNothing(node) else {
      mistake("expected one value", node)
      return nil
    }
    return text
  }

  private mutating func set(_ value: inout String, _ node: Node) {
    if let text = string(node) { value = text }
  }

  /// A key without a value, or with one of YAML's words for that.
  private func isNothing(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private mutating func mistake(_ summary: String, _ node: Node) {
    errors.append(.error("\(summary), found \(found(node))", at: place(node)))
  }

  private func found(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string)`"
    case .mapping: "`key: value` lines"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private mutating func unknown(_ node: Node, _ name: String, among known: [String]) {
    errors.append(.unknownKey(name, among: known, at: place(node)))
  }

  private func place(_ node: Node) -> Place { place(line: node.mark?.line, column: node.mark?.column) }

  private func place(line: Int?, column: Int?) -> Place {
    let text = line.flatMap { lines.indices.contains($0 - 1) ? String(lines[$0 - 1]) : nil }
    return Place(path: path, line: line, column: column, text: text)
  }

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .error("unreadable YAML: \(problem)", at: place(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      .error(
        "a key stands twice: \(keys.map { "`\($0)`" }.joined(separator: ", "))",
        at: place(line: context.mark.line, column: context.mark.column))
    default: .error("unreadable YAML: \(error)", at: Place(path: path))
    }
  }
}
