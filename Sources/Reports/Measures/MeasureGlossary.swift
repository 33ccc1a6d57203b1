import Wording

/// A measure as its entry in the glossary says it.
public struct MeasureEntry: Sendable, Equatable {
  /// A piece of a definition; a measure in it leads to its own entry, `#measure-NAME`.
  public struct Code: Sendable, Equatable {
    public var text: String
    public var href: String?
  }

  /// The entry's id on its page.
  public var id: String
  public var name: String
  public var title: String
  public var sentence: String
  /// The colour of its unit: `conv`, `ai`, `team`, or empty.
  public var role: String
  /// What it counts, by what that is placed in time, and on what it has to rest.
  public var facts: [(name: String, words: String)]
  /// How it is worked out, in words, and its formula or SQL; that of a built-in measure is empty.
  public var definition: (name: String, code: [Code])

  public static func == (a: MeasureEntry, b: MeasureEntry) -> Bool {
    (a.id, a.name, a.title, a.sentence, a.role) == (b.id, b.name, b.title, b.sentence, b.role)
      && a.facts.elementsEqual(b.facts, by: ==) && a.definition.name == b.definition.name
      && a.definition.code == b.definition.code
  }
}

extension MeasureBook {
  /// An entry for each measure, in the order of the files.
  public func glossary(_ words: Words) -> [MeasureEntry] {
    measures.map { measure in
      MeasureEntry(
        id: measure.anchorInGlossary, name: measure.name, title: measure.title, sentence: measure.sentence,
        role: measure.unit.role?.rawValue ?? "", facts: measure.facts(words),
        definition: (words["measures.by.\(measure.definition.key)"], measure.definition.code))
    }
  }
}

extension Measure {
  /// What is counted, for tables and the glossary: `a contact`.
  public func unitWords(_ words: Words) -> String { words["measures.unit.\(unit.rawValue)"] }

  /// The instant that places it in time, for tables and the glossary: `a contact's end`.
  public func anchorWords(_ words: Words) -> String {
    let key: String =
      switch anchor.instant(of: unit) {
      case .conversationStart: "conversation_start"
      case .conversationClose: "conversation_close"
      case .sessionStart: "session_start"
      case .contactStart: "contact_start"
      case .contactEnd: "contact_end"
      }
    return words["measures.anchor.\(key)"]
  }
}

extension Measure {
  fileprivate func facts(_ words: Words) -> [(name: String, words: String)] {
    var facts = [
      (words["measures.label.unit"], unitWords(words)), (words["measures.label.anchor"], anchorWords(words)),
    ]
    if minimum > 0 {
      facts.append(
        (
          words["measures.label.minimum"], words.fill("measures.minimum", ["n": words.number(minimum)])
        ))
    }
    if hasInterval { facts.append((words["measures.label.interval"], words["measures.wilson"])) }
    return facts
  }
}

extension Measure.Definition {
  fileprivate var key: String {
    switch self {
    case .builtIn: "built_in"
    case .sql: "sql"
    case .formula: "formula"
    }
  }

  fileprivate var code: [MeasureEntry.Code] {
    switch self {
    case .builtIn: []
    case .sql(let sql, nil): [.init(text: sql)]
    case .sql(let sql, let n?): [.init(text: sql), .init(text: "; n = " + n)]
    case .formula(let formula): formula.code
    }
  }
}

extension MeasureFormula {
  /// The text cut at the measures in it.
  fileprivate var code: [MeasureEntry.Code] {
    let bytes = Array(text.utf8)
    var code: [MeasureEntry.Code] = []
    var position = 0
    func add(upTo end: Int, href: String?) {
      if end > position { code.append(.init(text: String(decoding: bytes[position..<end], as: UTF8.self), href: href)) }
      position = end
    }
    for (name, range) in references {
      add(upTo: range.lowerBound, href: nil)
      add(upTo: range.upperBound, href: "#measure-" + name)
    }
    add(upTo: bytes.count, href: nil)
    return code
  }
}
