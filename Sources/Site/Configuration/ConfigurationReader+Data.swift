import Diagnostics
import YAML

extension ConfigurationReader {
  mutating func readData(_ value: YAMLNode, into configuration: inout SiteConfiguration) {
    guard let items = value.items else {
      return value.isNothing ? () : mistake("expected a list of paths or entries", value)
    }
    for node in items {
      if node.entries != nil {
        if let entry = dataEntry(node) { configuration.data.append(entry) }
      } else if let path = node.text, !path.isEmpty, !node.isNothing {
        configuration.data.append(SiteConfiguration.Data(path: path))
      } else {
        mistake("expected a path or an entry", node)
      }
    }
  }

  private mutating func dataEntry(_ node: YAMLNode) -> SiteConfiguration.Data? {
    var entry = SiteConfiguration.Data(path: "")
    for (key, name, value) in entries(node, of: "data") {
      switch name {
      case "path": set(&entry.path, value)
      case "brand": entry.brand = string(value)
      case "timezone": entry.timezone = zone(value)
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
}
