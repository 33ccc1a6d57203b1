import Diagnostics
import Yams

/// Reads a language's file: nested mappings become dotted keys.
public enum WordsFile {
  public static func read(_ text: String, path: String) throws(Diagnostics) -> [String: String] {
    var entries: [String: String] = [:]
    do {
      if let root = try Yams.compose(yaml: text) { collect(root, prefix: "", into: &entries) }
    } catch let error as YamlError {
      throw Diagnostics([.error("\(error)", at: Place(path: path))])
    } catch {
      throw Diagnostics([.error("unreadable YAML", at: Place(path: path))])
    }
    return entries
  }

  private static func collect(_ node: Node, prefix: String, into entries: inout [String: String]) {
    switch node {
    case .scalar(let scalar): entries[prefix] = scalar.string
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = key.scalar?.string else { continue }
        collect(value, prefix: prefix.isEmpty ? name : prefix + "." + name, into: &entries)
      }
    case .sequence(let sequence):
      entries[prefix] = sequence.compactMap { $0.scalar?.string }.joined(separator: " ")
    case .alias: break
    }
  }
}
