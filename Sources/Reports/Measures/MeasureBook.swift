import Diagnostics
import SQL

/// The measures that pages may use, by name, from `Content/measures.yml`.
public struct MeasureBook: Sendable {
  public private(set) var measures: [Measure] = []

  public init() {}
}

/// A measure: what it is called and means, what it counts, when, and how it is worked out.
public struct Measure: Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Sendable { case conversation, session, contact, demand }
  /// The instant that decides to which day a unit belongs.
  public enum Anchor: String, CaseIterable, Sendable { case start, end, close }
  public enum Format: String, CaseIterable, Sendable { case count, number, percent, duration }

  /// As pages name it.
  public var name: String
  /// As readers see it.
  public var title: String
  /// What it means, for the glossary and hints.
  public var sentence: String
  public var unit: Unit
  public var anchor: Anchor
  public var format: Format
  /// Under how many units nothing is shown.
  public var minimum: Int
  public var place: Place
}

extension MeasureBook {
  public subscript(name: String) -> Measure? { measures.first { $0.name == name } }

  /// - Parameters:
  ///   - files: the program's measures, then the site's, which replace those of one name.
  ///   - queries: checks definitions in SQL.
  /// - Throws: all that is wrong with them.
  public static func read(
    _ files: [(path: String, text: String)], queries: (any QuerySource)?
  ) throws(Diagnostics) -> MeasureBook {
    MeasureBook()
  }

  /// The statements that these measures run, with those that they are made of: what a database has to hold for them.
  public func statements(of names: some Sequence<String>) -> [String] { [] }
}
