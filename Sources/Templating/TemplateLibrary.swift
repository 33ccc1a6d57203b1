import Diagnostics

/// The templates of a site by name, such as `page`, `_table` or `blocks/lede`, with the words that are baked into them.
///
///     let library = TemplateLibrary(
///       sources: ["page": (path: "Templates/page.mustache", bytes: Array("<h1>{{title}}</h1>".utf8))],
///       constants: ["skip": "Skip to content"])
///     let template = try library.compile("page", for: Schema("page", [.text("title")]))
///
/// The language is Mustache (https://mustache.github.io/mustache.5.html) with variables, sections, inverted sections,
/// partials and comments, but without lambdas, other delimiters and `{{.}}`. What differs: every name must be known, a
/// text is never raw, a partial may not include itself and its indentation is not repeated. A name that begins with
/// `words.` is a constant, escaped by `{{words.skip}}` and as it is by `{{{words.skip}}}`.
public struct TemplateLibrary: Sendable {
  let sources: [String: (path: String, bytes: [UInt8])]
  let constants: [String: String]

  public init(sources: [String: (path: String, bytes: [UInt8])], constants: [String: String] = [:]) {
    self.sources = sources
    self.constants = constants
  }
}

extension TemplateLibrary {
  /// The names of all templates, sorted.
  public var names: [String] { sources.keys.sorted() }

  /// Compiles a template with all partials it includes.
  ///
  /// - Throws: all errors of the template and its partials together, in the order of reading. An error inside a
  ///   partial is followed by notes on where the partial stands.
  public func compile(_ name: String, for schema: Schema) throws(Diagnostics) -> Template {
    var compiler = TemplateCompiler(library: self, schema: schema)
    compiler.compile(name)
    guard compiler.diagnostics.isEmpty else { throw Diagnostics(compiler.diagnostics) }
    return compiler.template
  }
}
