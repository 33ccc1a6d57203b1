import Time

/// Why a rule could not be set; `keys` and `values` name what is known.
public enum RuleError: Error, Equatable, Sendable {
  case unknownKey(String, known: [String])
  case invalidValue(key: String, found: String, expected: String)
}

extension Rules {
  /// The names of rules, as in `site.yml`; `routes` takes a channel: `routes.email`.
  public static let keys = [
    "window", "anchor", "session_timeout", "contact_timeout", "quiet", "route", "routes", "conversation_ids",
    "ai_actors",
  ]

  /// Sets a rule from its text: `window` to `48h`, `routes.email` to `team`, `ai_actors` to `A,B`.
  public mutating func set(_ key: String, to value: String) throws(RuleError) {
    switch key {
    case "window": window = try length(key, value)
    case "session_timeout": sessionTimeout = try length(key, value)
    case "contact_timeout": contactTimeout = try length(key, value)
    case "quiet": quiet = try length(key, value)
    case "anchor": anchor = try choice(key, value)
    case "route": route = try choice(key, value)
    case "conversation_ids": conversationIDs = try choice(key, value)
    case "ai_actors": aiActors = list(value)
    case "routes", "routes.":
      throw .invalidValue(key: key, found: value, expected: "a channel and its route, as in `routes.email=team`")
    default:
      guard key.utf8.starts(with: "routes.".utf8) else { throw .unknownKey(key, known: Rules.keys) }
      routes[String(decoding: key.utf8.dropFirst(7), as: UTF8.self)] = try choice(key, value)
    }
  }
}

extension Rules {
  /// The items between commas, without spaces around them; empty ones are left out.
  private func list(_ value: String) -> [String] {
    value.split(separator: ",").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }

  private func length(_ key: String, _ value: String) throws(RuleError) -> Length? {
    if value == "none" { return nil }
    guard let length = Length(value) else {
      throw .invalidValue(
        key: key, found: value, expected: "a duration such as `90s`, `15m`, `2h`, `1d`, `1h30m`, or `none`")
    }
    return length
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ value: String
  ) throws(RuleError) -> Value {
    guard let choice = Value(rawValue: value) else {
      throw .invalidValue(
        key: key, found: value, expected: "one of " + Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }
    return choice
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
