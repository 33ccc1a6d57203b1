import Diagnostics
import Synchronization
import Templating

/// Templates compiled once for all pages that are made at the same time.
final class TemplateCache: Sendable {
  private let templates = Mutex<[String: Template]>([:])

  /// The template for its one schema, compiled if this is the first time.
  func template(_ name: String, _ schema: Schema, of library: TemplateLibrary) throws(Diagnostics) -> Template {
    if let known = templates.withLock({ $0[name] }), known.schema === schema { return known }
    let template = try library.compile(name, for: schema)
    templates.withLock { $0[name] = template }
    return template
  }
}
