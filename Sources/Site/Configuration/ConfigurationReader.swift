import Diagnostics
import Grouping
import Time
import YAML

/// Reads `site.yml` strictly: an unknown key or a value of the wrong kind is an error with its place and the nearest
/// known key; all of a file's errors are collected.
public struct ConfigurationReader {
  var errors: [Diagnostic] = []
  /// Where each time zone is named first.
  var zonePlaces: [String: Place] = [:]

  /// - Parameter path: as shown in errors.
  /// - Throws: all that is wrong with the file, or the first mistake of YAML's own syntax.
  public static func read(_ text: String, path: String) throws(Diagnostics) -> SiteConfiguration {
    var reader = ConfigurationReader()
    var configuration = SiteConfiguration()
    if let root = try YAMLReader.read(text, path: path) {
      reader.read(root, into: &configuration)
      reader.checkAudience(of: configuration, root)
    }
    if !reader.errors.isEmpty { throw Diagnostics(reader.errors) }
    configuration.zonePlaces = reader.zonePlaces
    return configuration
  }
}

extension ConfigurationReader {
  /// Whether the site's own audience is one.
  private mutating func checkAudience(of configuration: SiteConfiguration, _ root: YAMLNode) {
    let known = configuration.audiences.map(\.name)
    guard !known.contains(configuration.audience) else { return }
    for (key, value) in root.entries ?? [] where key.text == "audience" {
      mistake("expected an audience: \(known.joined(separator: ", "))", value)
    }
  }

  private mutating func read(_ root: YAMLNode, into configuration: inout SiteConfiguration) {
    for (key, name, value) in entries(root, of: "site.yml") {
      switch name {
      case "title": set(&configuration.title, value)
      case "timezone": configuration.timezone = zone(value) ?? configuration.timezone
      case "language": set(&configuration.language, value)
      case "period": readPeriod(value, into: &configuration)
      case "link_template": readLinkTemplate(value, into: &configuration)
      case "labels": readLabels(value, into: &configuration)
      case "data": readData(value, into: &configuration)
      case "rules": configuration.rules = settings(value)
      case "brands":
        for (_, brand, rules) in entries(value, of: "brands") { configuration.brandRules[brand] = settings(rules) }
      case "audience": set(&configuration.audience, value)
      case "audiences": readAudiences(value, into: &configuration)
      case "redaction": readRedaction(value, into: &configuration)
      case "message_format": readMessageFormat(value, into: &configuration)
      case "sessions_with_messages": readSessionsWithMessages(value, into: &configuration)
      case "search": readSearch(value, into: &configuration)
      default: unknown(key, name, among: SiteConfiguration.keys)
      }
    }
  }

  private mutating func readSessionsWithMessages(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    guard let flag = value.flag else { return mistake("expected true or false", value) }
    configuration.sessionsWithMessages = flag
  }

  private mutating func readSearch(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    // YAML reads a bare `off` as false.
    let text = value.flag == false ? "off" : value.text
    guard let search = text.flatMap(SiteConfiguration.Search.init(rawValue:)) else {
      return mistake("expected `text`, `names` or `off`", value)
    }
    configuration.search = search
  }

  private mutating func readPeriod(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    guard let text = value.text, let length = Length(text), length.milliseconds % 86_400_000 == 0,
      length <= .days(366)
    else { return mistake("expected whole days up to 366 such as `28d`", value) }
    configuration.periodDays = Int(length.milliseconds / 86_400_000)
  }

  private mutating func readLinkTemplate(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    guard let text = value.text, text.hasPrefix("https://") || text.hasPrefix("http://") else {
      return mistake("expected an address that begins with https:// or http://", value)
    }
    configuration.linkTemplate = text
  }

  private mutating func readLabels(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    for (key, name, label) in entries(value, of: "labels") {
      switch name {
      case "ai": configuration.labels.ai = string(label)
      case "team": configuration.labels.team = string(label)
      case "brand": configuration.labels.brand = string(label)
      default: unknown(key, name, among: ["ai", "team", "brand"])
      }
    }
  }

  private mutating func readMessageFormat(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    let actors = ["customer", "ai", "agent", "system"]
    for (key, name, format) in entries(value, of: "message_format") {
      guard actors.contains(name) else {
        unknown(key, name, among: actors)
        continue
      }
      guard let choice = format.text.flatMap(SiteConfiguration.MessageFormat.init(rawValue:)) else {
        mistake("expected `plain` or `commonmark`", format)
        continue
      }
      configuration.messageFormat[name] = choice
    }
  }
}
