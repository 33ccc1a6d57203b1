import Diagnostics
import Grouping
import YAML

extension ConfigurationReader {
  /// Rules as texts; what they mean is Grouping's. A wrong one is told with its place.
  mutating func settings(_ node: YAMLNode) -> [RuleSet.Setting] {
    var settings: [RuleSet.Setting] = []
    for (key, name, value) in entries(node, of: "rules") {
      if name == "routes" {
        for (channel, channelName, route) in entries(value, of: "routes") {
          if let text = string(route) { add(("routes." + channelName, text), at: channel, to: &settings) }
        }
      } else if name == "ai_actors", let list = value.items {
        add((name, list.compactMap { string($0) }.joined(separator: ",")), at: key, to: &settings)
      } else if let text = string(value) {
        add((name, text), at: key, to: &settings)
      }
    }
    return settings
  }

  private mutating func add(_ setting: RuleSet.Setting, at key: YAMLNode, to settings: inout [RuleSet.Setting]) {
    do throws(RuleError) {
      var rules = Rules()
      try rules.set(setting.key, to: setting.value)
      settings.append(setting)
    } catch {
      errors.append(error.diagnostic(at: key.place))
    }
  }
}
