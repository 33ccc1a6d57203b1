import Diagnostics
import SQL
import Wording

/// The measures that pages may use, by name, from `Content/measures.yml`.
public struct MeasureBook: Sendable {
  /// In the order of the files.
  public private(set) var measures: [Measure] = []
  private var places: [String: Int] = [:]

  public init() {}

  init(_ measures: [Measure]) {
    self.measures = measures
    places = Dictionary(measures.indices.map { (measures[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension MeasureBook {
  public subscript(name: String) -> Measure? { places[name].map { measures[$0] } }

  /// - Parameters:
  ///   - files: the program's measures, then the site's, which replace those of one name.
  ///   - queries: checks definitions in SQL; nil checks all but these.
  ///   - words: the site's language, which may name the program's measures: `measure.contacts.title`.
  /// - Throws: all that is wrong with them.
  public static func read(
    _ files: [MeasureFile], queries: (any QuerySource)?, words: Words? = nil
  ) throws(Diagnostics) -> MeasureBook {
    var drafts: [MeasureDraft] = []
    var errors: [Diagnostic] = []
    for (index, file) in files.enumerated() {
      errors += file.errors
      for var draft in file.drafts {
        if index == 0, let words { draft.name(by: words) }
        if let place = drafts.firstIndex(where: { $0.name == draft.name }) {
          drafts[place] = draft
        } else {
          drafts.append(draft)
        }
      }
    }
    var resolver = MeasureResolver(drafts, queries: queries)
    let measures = resolver.measures()
    errors += resolver.errors
    if !errors.isEmpty { throw Diagnostics(errors) }
    return MeasureBook(measures)
  }

  /// The built-in and SQL measures that these are made of, in the order in which they are first needed, each once.
  func leaves(of names: some Sequence<String>) -> [Measure] {
    var leaves: [Measure] = []
    var seen: Set<String> = []
    func add(_ name: String) {
      guard seen.insert(name).inserted, let measure = self[name] else { return }
      if case .formula = measure.definition { measure.parts.forEach(add) } else { leaves.append(measure) }
    }
    names.forEach(add)
    return leaves
  }
}
