/// What is wrong, where, and how to mend it: a value, printed in one form everywhere.
///
///     Content/site.yml:7:3: error: unknown rule `windw`, expected one of window, anchor, …
///       windw: 24h
///       ^
///     = help: did you mean `window`?
public struct Diagnostic: Error, Equatable, Sendable {
  /// `error` keeps a site from being published, `warning` does not, `note` adds to the one before it.
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  public var place: Place?
  /// What was found and what was expected, without a full stop.
  public var summary: String
  /// What to do.
  public var help: String?

  public init(_ severity: Severity, _ summary: String, at place: Place? = nil, help: String? = nil) {
    self.severity = severity
    self.summary = summary
    self.place = place
    self.help = help
  }

  public static func error(_ summary: String, at place: Place? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic(.error, summary, at: place, help: help)
  }

  public static func warning(_ summary: String, at place: Place? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic(.warning, summary, at: place, help: help)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The complete text, without a trailing newline.
  public var description: String {
    var text = "\(severity.rawValue): \(summary.safeInTerminal)"
    if let place {
      text = "\(place.description.safeInTerminal): \(text)"
      if let excerpt = place.excerpt { text += "\n\(excerpt)" }
    }
    if let help { text += "\n= help: \(help.safeInTerminal)" }
    return text
  }
}

/// Several errors of one stage, thrown together: a stage collects, then stops.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
  public var all: [Diagnostic]

  public init(_ all: [Diagnostic]) { self.all = all }

  public var description: String { all.map(\.description).joined(separator: "\n") }
}
