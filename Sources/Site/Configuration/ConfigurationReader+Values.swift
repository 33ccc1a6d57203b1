import Diagnostics
import YAML

extension ConfigurationReader {
  /// A mapping's entries: the key's node and text, and the value. Where there is nothing, there are none.
  mutating func entries(_ node: YAMLNode, of name: String) -> [(YAMLNode, String, YAMLNode)] {
    guard let entries = node.entries else {
      if !node.isNothing { mistake("expected `key: value` lines under `\(name)`", node) }
      return []
    }
    return entries.compactMap { key, value in
      guard let text = key.text else {
        mistake("expected a key under `\(name)`", key)
        return nil
      }
      return (key, text, value)
    }
  }

  /// Texts by name; an empty one is a text here.
  mutating func strings(_ node: YAMLNode, of name: String) -> [String: String] {
    var strings: [String: String] = [:]
    for (_, name, value) in entries(node, of: name) {
      if let text = value.text { strings[name] = text } else { mistake("expected one value", value) }
    }
    return strings
  }

  mutating func string(_ node: YAMLNode) -> String? {
    guard let text = node.text, !node.isNothing else {
      mistake("expected one value", node)
      return nil
    }
    return text
  }

  mutating func set(_ value: inout String, _ node: YAMLNode) {
    if let text = string(node) { value = text }
  }

  mutating func mistake(_ expected: String, _ node: YAMLNode) { errors.append(node.mistake(expected)) }

  mutating func unknown(_ node: YAMLNode, _ name: String, among known: [String]) {
    errors.append(.unknownKey(name, among: known, at: node.place))
  }

  /// A time zone's name; its place is kept, because whether this machine knows the zone is found out later.
  mutating func zone(_ node: YAMLNode) -> String? {
    guard let name = string(node) else { return nil }
    if zonePlaces[name] == nil { zonePlaces[name] = node.place }
    return name
  }
}
