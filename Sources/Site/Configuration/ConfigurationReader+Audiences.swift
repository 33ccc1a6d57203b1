import Privacy
import Time
import YAML

extension ConfigurationReader {
  mutating func readAudiences(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    for (key, name, settings) in entries(value, of: "audiences") {
      guard !name.isEmpty, name.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }) else {
        mistake("expected a name of small letters, digits and dashes", key)
        continue
      }
      let policy = policy(name, settings, among: configuration.audiences)
      configuration.audiences.removeAll { $0.name == name }
      configuration.audiences.append(policy)
    }
  }

  /// What it is `like`, else the one of its name that is there already, else all; with the entries over it.
  private mutating func policy(_ name: String, _ node: YAMLNode, among known: [AudiencePolicy]) -> AudiencePolicy {
    let settings = entries(node, of: name)
    var policy = known.first { $0.name == name } ?? AudiencePolicy(name: name)
    if let (_, _, like) = settings.first(where: { $0.1 == "like" }) {
      if let found = known.first(where: { $0.name == like.text }) {
        policy = found
      } else {
        mistake("expected an audience that stands above: \(known.map(\.name).joined(separator: ", "))", like)
      }
    }
    policy.name = name
    for (key, field, value) in settings where field != "like" { read(key, field, value, into: &policy) }
    if policy.hasTimelines, let least = policy.smallestGroup {
      errors.append(
        .error(
          "found timelines for an audience that is told no number of fewer than \(least) people, expected one of both",
          at: (settings.first { $0.1 == "timelines" }?.2 ?? node).place,
          help: "a timeline tells of one person: write `timelines: false`, or `smallest_group: 1`"))
    }
    return policy
  }

  private mutating func read(_ key: YAMLNode, _ name: String, _ value: YAMLNode, into policy: inout AudiencePolicy) {
    switch name {
    case "timelines":
      guard let flag = value.flag else { return mistake("expected true or false", value) }
      policy.hasTimelines = flag
    case "smallest_group": policy.smallestGroup = smallestGroup(value) ?? policy.smallestGroup
    case "expires":
      guard let date = value.text, CivilDate(day: date) != nil else {
        return mistake("expected a date such as `2026-12-31`", value)
      }
      policy.expires = date
    default:
      guard let field = AudienceField(rawValue: name) else {
        let others = ["like", "timelines", "smallest_group", "expires"]
        return unknown(key, name, among: AudienceField.allCases.map(\.rawValue) + others)
      }
      let treatments = field.treatments
      guard let treatment = value.text.flatMap(Treatment.init(rawValue:)), treatments.contains(treatment) else {
        return mistake("expected \(treatments.map { "`\($0.rawValue)`" }.joined(separator: ", "))", value)
      }
      policy.treatments[field] = treatment
    }
  }

  /// Nothing is suppressed under 0 and 1: every count is of one person at least.
  private mutating func smallestGroup(_ value: YAMLNode) -> Int?? {
    guard let number = value.text.flatMap({ Int($0) }), 0...1000 ~= number else {
      mistake("expected a whole number up to 1000", value)
      return nil
    }
    return .some(number > 1 ? number : nil)
  }
}

extension ConfigurationReader {
  mutating func readRedaction(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    for (key, name, value) in entries(value, of: "redaction") {
      switch name {
      case "kinds": readKinds(value, into: &configuration.redaction)
      case "numbers":
        for node in list(value) {
          if let mask = node.text.flatMap({ NumberMask($0) }) {
            configuration.redaction.masks.append(mask)
          } else {
            mistake("expected a form such as `ORD-######`", node)
          }
        }
      case "words": for node in list(value) { configuration.redaction.add(word: string(node) ?? "") }
      default: unknown(key, name, among: ["kinds", "numbers", "words"])
      }
    }
  }

  private mutating func readKinds(_ value: YAMLNode, into rules: inout RedactionRules) {
    let known = PersonalKind.allCases.map(\.rawValue)
    rules.kinds = []
    for node in list(value) {
      if let kind = node.text.flatMap(PersonalKind.init(rawValue:)) {
        rules.kinds.insert(kind)
      } else {
        mistake("expected one of \(known.joined(separator: ", "))", node)
      }
    }
  }

  private mutating func list(_ value: YAMLNode) -> [YAMLNode] {
    guard let items = value.items else {
      if !value.isNothing { mistake("expected a list", value) }
      return []
    }
    return items
  }
}
