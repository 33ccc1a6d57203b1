import Diagnostics

extension Diagnostic {
  /// `{{` without an end on its line.
  public static func unclosedLive(at place: Place) -> Diagnostic {
    .error("a live number is not closed on its line, expected `}}`", at: place, help: asTheyAre)
  }

  /// `{{ }}`.
  public static func emptyLive(at place: Place) -> Diagnostic {
    .error("a live number names nothing, expected a query's column or a measure", at: place, help: asTheyAre)
  }

  static func misplacedLive(in what: String, at place: Place) -> Diagnostic {
    .error("a live number cannot stand in \(what)", at: place, help: asTheyAre)
  }

  private static var asTheyAre: String { "write `\\{{` for the braces themselves" }
}
