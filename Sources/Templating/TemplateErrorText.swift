import Diagnostics

extension TemplateError {
  /// The error as an author reads it.
  func diagnostic(at place: Place?) -> Diagnostic { .error(summary, at: place, help: help) }

  /// A note on how an error inside a partial was reached.
  static func inclusion(of partial: String, at place: Place) -> Diagnostic {
    Diagnostic(.note, "partial `\(partial)` stands here", at: place)
  }
}

extension TemplateError {
  private var summary: String {
    switch self {
    case .unknownTemplate(let name, _): "no template `\(name)`"
    case .unknownPartial(let name, _): "no partial `\(name)`"
    case .recursivePartial(let chain): "partial includes itself: \(chain.joined(separator: " > "))"
    case .unknownName(let name, let schemas, _):
      "unknown name `\(name)`, expected a name of \(schemas.map { "`\($0)`" }.joined(separator: " or "))"
    case .unknownField(let name, let owner, let schema, _):
      "unknown name `\(name)` in `\(owner)`, expected a name of `\(schema)`"
    case .unknownWord(let name, _): "unknown word `\(name)`"
    case .wordSection(let name): "`words.\(name)` is a text of the interface, a section needs a name of the page"
    case .fieldless(let name, let kind): "`\(name)` is \(kind.noun), nothing can be taken from it by a dot"
    case .notPrinted(let name, let kind): "`\(name)` is \(kind.noun), expected text or markup"
    case .rawText(let name): "text is never raw, and `\(name)` is text"
    case .tooDeep: "sections are nested too deeply"
    case .unclosedTag: "tag is not closed"
    case .emptyTag: "tag without a name"
    case .invalidName(let name): "`\(name)` is not a name"
    case .delimiterTag: "delimiters cannot be changed"
    case .implicitIterator: "`{{.}}` stands for nothing, expected a name"
    case .unclosedSection(let name): "section `\(name)` is not closed"
    case .unopenedSection(let name, nil): "section `\(name)` is closed but was not opened"
    case .unopenedSection(let name, let innermost?):
      "section `\(name)` is closed but was not opened, expected the end of `\(innermost)`"
    }
  }

  private var help: String? {
    switch self {
    case .unknownTemplate(let name, let known), .unknownPartial(let name, let known), .unknownWord(let name, let known):
      Self.nearest(to: name, in: known)
    case .unknownName(let name, _, let known), .unknownField(let name, _, _, let known):
      Self.nearest(to: name, in: known) ?? Self.list(known)
    case .recursivePartial: "repeat the markup by a list section instead"
    case .fieldless(let name, .list), .notPrinted(let name, .list), .notPrinted(let name, .one):
      "open it: {{#\(name)}}…{{/\(name)}}"
    case .notPrinted(let name, .flag): "as a section it stands or not: {{#\(name)}}…{{/\(name)}}"
    case .rawText(let name): "write {{\(name)}}, or make it a markup field in Swift"
    case .unclosedTag: "close it by as many braces as it opens with"
    case .invalidName: "names are letters, digits, `_`, `-` and `/`, with dots between"
    case .delimiterTag: "write {{…}} throughout"
    case .unclosedSection(let name): "end it with {{/\(name)}}"
    case .wordSection, .fieldless, .notPrinted, .tooDeep, .emptyTag, .implicitIterator, .unopenedSection: nil
    }
  }

  private static func nearest(to name: String, in known: [String]) -> String? {
    nearestName(to: name, in: known).map { "did you mean `\($0)`?" }
  }

  private static func list(_ known: [String]) -> String? {
    guard !known.isEmpty else { return nil }
    let shown = known.prefix(12).joined(separator: ", ")
    return "known are \(shown)\(known.count > 12 ? ", …" : "")"
  }
}

extension Layout.Kind {
  fileprivate var noun: String {
    switch self {
    case .text: "text"
    case .markup: "markup"
    case .flag: "a flag"
    case .one: "a record"
    case .list: "a list"
    }
  }
}
