import Diagnostics
import YAML

/// Reads the options of a report's fence: YAML, a single value behind each key.
struct OptionsReader {
  /// - Throws: all that is wrong with them.
  static func read(_ block: Page.Block) throws(Diagnostics) -> [Page.Block.Option] {
    let root = try YAMLReader.read(
      block.body, path: block.place.path, firstLine: (block.place.line ?? 0) + 1, called: "options")
    guard let root else { return [] }
    guard let entries = root.entries else { throw Diagnostics([root.mistake("expected `key: value` lines")]) }
    var errors: [Diagnostic] = []
    var options: [Page.Block.Option] = []
    for (key, value) in entries {
      if let name = key.text, let text = value.text, !text.isEmpty {
        options.append(Page.Block.Option(key: name, value: text, place: key.place, valuePlace: value.place))
      } else {
        errors.append(key.text == nil ? key.mistake("expected a word") : value.mistake("expected a single value"))
      }
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
    return options
  }
}
