import HTML
import Templating
import TestSupport
import Testing

@Suite struct RandomTemplateTests {
  static let leaf = Schema("leaf", [.text("name"), .text("size"), .flag("on")])
  static let row = Schema("row", [.text("name"), .markup("cell"), .one("leaf", leaf), .list("leaves", leaf)])
  static let page = Schema(
    "page", [.text("title"), .text("name"), .flag("on"), .one("head", row), .list("rows", row), .list("leaves", leaf)])

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func rendersLikeTheSlowRenderer(seed: UInt64) throws {
    var random = RandomTemplate(generator: SeededNumbers(seed: seed))
    let pieces = random.pieces(in: [Self.page], depth: 4)
    let data = random.data(for: Self.page)
    let source = pieces.map(\.source).joined()
    let fast = try render(source, Self.page) { fill(&$0, $0.root, Self.page, data) }
    #expect(fast == SlowRenderer(stack: [data]).render(pieces), "seed \(seed): \(source)")
  }

  private func fill(_ values: inout Values, _ record: Values.Record, _ schema: Schema, _ data: [String: Datum]) {
    for field in schema.fields {
      switch (field.kind, data[field.name]) {
      case (_, .text(let text)): values.set(field.name, of: record, text: text)
      case (_, .markup(let text)): values.set(field.name, of: record, markup: Markup(trusted: text))
      case (_, .flag(let flag)): values.set(field.name, of: record, flag: flag)
      case (.one(let inner), .records(let records)), (.list(let inner), .records(let records)):
        for data in records { fill(&values, values.append(to: field.name, of: record), inner, data) }
      default: Issue.record("no data for \(field.name)")
      }
    }
  }
}

/// Random templates that are valid for a schema, and random data for it.
private struct RandomTemplate {
  var generator: SeededNumbers

  mutating func pieces(in scopes: [Schema], depth: Int) -> [Piece] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in piece(in: scopes, depth: depth) }
  }

  private mutating func piece(in scopes: [Schema], depth: Int) -> Piece {
    let (name, kind) = name(in: scopes)
    let isInverted = Int.random(in: 0..<4, using: &generator) == 0
    switch kind {
    case _ where depth == 0: return .text(["x", " ", "{ }", "é"].randomElement(using: &generator) ?? "x")
    case .one where isInverted, .list where isInverted: return .inverted(name, pieces(in: scopes, depth: depth - 1))
    case .one(let inner), .list(let inner): return .section(name, pieces(in: scopes + [inner], depth: depth - 1))
    case .flag where isInverted: return .inverted(name, pieces(in: scopes, depth: depth - 1))
    case .flag: return .section(name, pieces(in: scopes, depth: depth - 1))
    case .text where isInverted: return .section(name, pieces(in: scopes, depth: depth - 1))
    case .text, .markup: return .variable(name)
    }
  }

  /// A name that resolves in the scopes, with a dot where it leads through a `.one` field.
  private mutating func name(in scopes: [Schema]) -> (String, Field.Kind) {
    guard let field = scopes.randomElement(using: &generator)?.fields.randomElement(using: &generator),
      let found = scopes.last(where: { $0.find(field.name) != nil })?.fields.first(where: { $0.name == field.name })
    else { return ("", .flag) }
    guard case .one(let inner) = found.kind, Bool.random(using: &generator) else { return (found.name, found.kind) }
    guard let part = inner.fields.randomElement(using: &generator) else { return (found.name, found.kind) }
    return ("\(found.name).\(part.name)", part.kind)
  }

  mutating func data(for schema: Schema) -> [String: Datum] {
    var data: [String: Datum] = [:]
    for field in schema.fields { data[field.name] = datum(for: field.kind) }
    return data
  }

  private mutating func datum(for kind: Field.Kind) -> Datum {
    let texts = ["", "plain", "<b>&'\"", "\"\u{301}", "ß漢字🙂"]
    let text = texts.randomElement(using: &generator) ?? ""
    switch kind {
    case .text: return .text(text)
    case .markup: return .markup(text)
    case .flag: return .flag(Bool.random(using: &generator))
    case .one(let inner): return .records(Bool.random(using: &generator) ? [data(for: inner)] : [])
    case .list(let inner):
      return .records((0..<Int.random(in: 0...3, using: &generator)).map { _ in data(for: inner) })
    }
  }
}
