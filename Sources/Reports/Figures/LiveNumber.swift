import Diagnostics

/// A number in a sentence: `{{ query.column }}`, `{{ measure }}`, `{{ page.column }}`, each with a format behind it if
/// the one that follows from the name is not wanted.
public struct LiveNumber: Sendable {
  public let place: Place
}

extension LiveNumber {
  /// - Parameters:
  ///   - text: what stands between the braces.
  ///   - place: of the first brace.
  /// - Throws: what is wrong with it, with the nearest known name.
  public static func read(_ text: String, place: Place, scope: FigureScope) throws(Diagnostics) -> LiveNumber {
    LiveNumber(place: place)
  }

  /// As readers see it, not escaped.
  public func text(_ context: ReportContext, _ data: FigureData) throws(Diagnostics) -> String { "" }

  /// The measures that it asks for.
  public var measures: [String] { [] }
}
