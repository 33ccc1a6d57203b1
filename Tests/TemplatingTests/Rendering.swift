import Diagnostics
import HTML

@testable import Templating

/// The template `source` filled by `fill`; every partial's and template's path is its name.
func render(
  _ source: String, _ schema: Schema, partials: [String: String] = [:], words: [String: String] = [:],
  fill: (inout Values) -> Void = { _ in }
) throws -> String {
  let template = try library(source, partials: partials, words: words).compile("page", for: schema)
  var values = Values(schema)
  fill(&values)
  var bytes: [UInt8] = []
  template.render(values, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The complete text of what is wrong with a template, empty if nothing is.
func errors(
  _ source: String, _ schema: Schema, partials: [String: String] = [:], words: [String: String] = [:]
) -> String {
  do throws(Diagnostics) {
    _ = try library(source, partials: partials, words: words).compile("page", for: schema)
    return ""
  } catch {
    return error.description
  }
}

func library(_ source: String, partials: [String: String], words: [String: String]) -> TemplateLibrary {
  var sources = partials.map { ($0.key, (path: $0.key, bytes: Array($0.value.utf8))) }
  sources.append(("page", (path: "page", bytes: Array(source.utf8))))
  return TemplateLibrary(sources: Dictionary(uniqueKeysWithValues: sources), constants: words)
}
