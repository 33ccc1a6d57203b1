import Diagnostics

/// What a fence's first line asks for.
enum Fence: Equatable {
  case block(Page.Block.Kind, name: String?, isSafe: Bool = false)
  case include(path: String)
  case terms
  /// None of ours: shown as it is.
  case code

  /// - Parameters:
  ///   - info: what stands behind the marks.
  ///   - place: of the line.
  init(_ info: String, at place: Place) throws(Diagnostic) {
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    let names = Array(words.dropFirst())
    guard let first = words.first else {
      self = .code
      return
    }
    switch (first, Page.Block.Kind(rawValue: first)) {
    case ("terms", _): self = .terms
    case ("include", _): self = .include(path: try Fence.one(names, first, place))
    case (_, .sql?) where names.isEmpty: self = .code
    case (_, .sql?) where names.count == 2 && names[1] == Fence.safe:
      try Fence.check(names[0], of: .sql, place)
      self = .block(.sql, name: names[0], isSafe: true)
    case (_, let kind?):
      let name = kind.isFigure && names.isEmpty ? nil : try Fence.one(names, first, place)
      if let name { try Fence.check(name, of: kind, place) }
      self = .block(kind, name: name)
    default:
      if let error = Fence.slip(first, names, place) { throw error }
      self = .code
    }
  }
}

extension Fence {
  /// Behind a query's name: the author says that it tells no number of few people.
  private static let safe = "safe"

  private static func one(_ names: [String], _ kind: String, _ place: Place) throws(Diagnostic) -> String {
    guard names.count == 1 else {
      throw .error("expected one name after `\(kind)`, found \(names.count)", at: place)
    }
    return names[0]
  }

  private static func check(_ name: String, of kind: Page.Block.Kind, _ place: Place) throws(Diagnostic) {
    let isQuery = kind == .sql
    guard isQuery || kind.isFigure else { return }
    let isWritten = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || ($0 == 0x2D && !isQuery)
    }
    guard isWritten, let first = name.utf8.first, (0x61...0x7A).contains(first) else {
      let signs = isQuery ? "letters a–z, digits and `_`" : "letters a–z, digits, `_` and `-`"
      throw .error("expected a name of \(signs) that begins with a letter, found `\(name)`", at: place.of(name))
    }
    if isQuery, name == "page" {
      throw .error(
        "a query cannot be called `page`: `page.column` is the row that a page is made for", at: place.of(name))
    }
  }

  /// A first word that is one slip away from one of ours, where the rest of the line is as ours has it.
  private static func slip(_ word: String, _ names: [String], _ place: Place) -> Diagnostic? {
    guard !languages.contains(word.lowercased()) else { return nil }
    let kinds = Page.Block.Kind.allCases.map(\.rawValue) + ["include", "terms"]
    guard let kind = kinds.first(where: { isOneSlip(word, $0) }), counts(of: kind).contains(names.count) else {
      return nil
    }
    return .error(
      "unknown fence `\(word)`", at: place.of(word),
      help: "did you mean `\(kind)`? A fence is shown as code if it begins with another word, such as `text`")
  }

  /// How many names may stand behind a kind.
  private static func counts(of kind: String) -> ClosedRange<Int> {
    switch Page.Block.Kind(rawValue: kind) {
    case .table?, .metric?, .chart?: 0...1
    case nil where kind == "terms": 0...0
    default: 1...1
    }
  }

  /// Names of languages that lie near ours.
  private static let languages: Set<String> = [
    "text", "yaml", "json", "sh", "csv", "swift", "html", "mustache", "markdown", "psql", "tsql", "sqlx", "chat",
  ]
}

extension Page.Block.Kind {
  /// Whether it is drawn from data, and has an id.
  public var isFigure: Bool { [.table, .metric, .chart].contains(self) }
}

/// Whether one letter missing, added, changed (its case too), or two swapped makes one word the other.
private func isOneSlip(_ a: String, _ b: String) -> Bool {
  let (a, b) = (Array(a), Array(b))
  let same = zip(a, b).prefix { $0 == $1 }.count
  let (x, y) = (a.dropFirst(same), b.dropFirst(same))
  if x.dropFirst() == y.dropFirst() || x.dropFirst() == y || x == y.dropFirst() { return a != b }
  return x.count == y.count && x.dropFirst(2) == y.dropFirst(2) && Array(x.prefix(2)) == y.prefix(2).reversed()
}
