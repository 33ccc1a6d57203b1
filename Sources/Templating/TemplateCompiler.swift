import Diagnostics
import HTML

/// Turns a template and its partials into tokens for one schema, and collects everything that is wrong on the way.
struct TemplateCompiler {
  private let library: TemplateLibrary
  private let schema: Schema
  private(set) var diagnostics: [Diagnostic] = []
  private var parsed: [String: TemplateParser] = [:]
  private var resolver: NameResolver
  private var tokens: [Token] = []
  private var literals: [UInt8] = []
  private var hops: [Int32] = []
  private var depth = 1
  /// A literal may not grow past the end of a section, since a jump leads there.
  private var barrier = 0
  /// The templates being compiled, from the outermost on, each with the place of the tag that included it.
  private var chain: [(name: String, place: Place?)] = []

  init(library: TemplateLibrary, schema: Schema) {
    self.library = library
    self.schema = schema
    resolver = NameResolver(scopes: [schema])
  }
}

extension TemplateCompiler {
  var template: Template {
    Template(schema: schema, tokens: tokens, literals: literals, hops: hops, depth: depth)
  }

  mutating func compile(_ name: String) {
    guard library.sources[name] != nil else {
      diagnostics.append(TemplateError.unknownTemplate(name, known: library.names).diagnostic(at: nil))
      return
    }
    include(name, at: nil)
  }
}

extension TemplateCompiler {
  private mutating func include(_ name: String, at place: Place?) {
    chain.append((name, place))
    let parser = parse(name)
    compile(parser.nodes)
    chain.removeLast()
  }

  /// Parses a template once, however often it is included, and reports its syntax errors then.
  private mutating func parse(_ name: String) -> TemplateParser {
    if let known = parsed[name] { return known }
    let parser = TemplateParser(library.sources[name]?.bytes ?? [])
    parsed[name] = parser
    for (offset, error) in parser.errors { diagnostics.append(error.diagnostic(at: place(of: offset))) }
    return parser
  }

  private mutating func compile(_ nodes: [Node]) {
    for node in nodes {
      switch node {
      case .text(let range): addLiteral(source[range])
      case .variable(let tag): compileVariable(tag)
      case .section(let tag, let body): compileSection(tag, body)
      case .partial(let tag): compilePartial(tag)
      }
    }
  }

  private mutating func compileVariable(_ tag: Tag) {
    if let word = tag.word { return compileWord(word, tag) }
    guard let reference = resolve(tag) else { return }
    switch (reference.field.kind.layoutKind, tag.kind) {
    case (.text, .raw): report(.rawText(tag.name), at: tag)
    case (.text, _): add(.escaped, reference)
    case (.markup, _): add(.markup, reference)
    case (let kind, _): report(.notPrinted(tag.name, kind: kind), at: tag)
    }
  }

  private mutating func compileWord(_ word: String, _ tag: Tag) {
    guard let text = library.constants[word] else {
      return report(.unknownWord(word, known: library.constants.keys.sorted()), at: tag)
    }
    let markup = tag.kind == .raw ? Markup(trusted: text) : Markup(escaping: text)
    addLiteral(markup.bytes[...])
  }

  private mutating func compileSection(_ tag: Tag, _ body: [Node]) {
    if let word = tag.word { return report(.wordSection(word), at: tag) }
    guard let reference = resolve(tag) else { return }
    let index = tokens.count
    if tag.kind == .inverted {
      add(.unless, reference)
      compile(body)
    } else if let inner = reference.field.kind.schema {
      guard resolver.scopes.count < Int(UInt16.max) else { return report(.tooDeep, at: tag) }
      add(.each, reference)
      resolver.scopes.append(inner)
      depth = max(depth, resolver.scopes.count)
      compile(body)
      resolver.scopes.removeLast()
    } else {
      add(.when, reference)
      compile(body)
    }
    tokens[index].end = Int32(tokens.count)
    barrier = tokens.count
  }

  private mutating func compilePartial(_ tag: Tag) {
    if let first = chain.firstIndex(where: { $0.name == tag.name }) {
      return report(.recursivePartial(chain[first...].map(\.name) + [tag.name]), at: tag)
    }
    guard library.sources[tag.name] != nil else {
      return report(.unknownPartial(tag.name, known: library.names), at: tag)
    }
    include(tag.name, at: place(of: tag.offset))
  }
}

extension TemplateCompiler {
  private mutating func addLiteral(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = Int32(literals.count)
    literals.append(contentsOf: bytes)
    if tokens.count > barrier, tokens.last?.operation == .literal {
      tokens[tokens.count - 1].end = Int32(literals.count)
    } else {
      tokens.append(Token(operation: .literal, start: start, end: Int32(literals.count)))
    }
  }

  private mutating func add(_ operation: Token.Operation, _ reference: Reference) {
    tokens.append(
      Token(
        operation: operation, hops: UInt8(reference.hops.count), depth: UInt16(reference.depth),
        slot: Int32(reference.slot), start: Int32(hops.count)))
    hops += reference.hops.map(Int32.init)
  }

  private mutating func resolve(_ tag: Tag) -> Reference? {
    do throws(TemplateError) {
      let reference = try resolver.resolve(tag.name)
      guard reference.hops.count < Int(UInt8.max) else { throw TemplateError.tooDeep }
      return reference
    } catch {
      report(error, at: tag)
      return nil
    }
  }
}

extension TemplateCompiler {
  private var source: [UInt8] { chain.last.flatMap { library.sources[$0.name]?.bytes } ?? [] }

  private func place(of offset: Int) -> Place? {
    guard let source = chain.last.flatMap({ library.sources[$0.name] }) else { return nil }
    return Place(path: source.path, source: source.bytes, offset: offset)
  }

  /// Adds an error and how it was reached, unless the same partial had the same one before.
  private mutating func report(_ error: TemplateError, at tag: Tag) {
    let diagnostic = error.diagnostic(at: place(of: tag.offset))
    guard !diagnostics.contains(diagnostic) else { return }
    diagnostics.append(diagnostic)
    for (name, place) in chain.reversed() {
      if let place { diagnostics.append(TemplateError.inclusion(of: name, at: place)) }
    }
  }
}

extension Tag {
  /// The constant's name behind `words.`.
  fileprivate var word: String? {
    let prefix = "words."
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
  }
}
