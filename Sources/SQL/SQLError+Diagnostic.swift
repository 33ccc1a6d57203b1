import Diagnostics

extension SQLError {
  /// - Parameters:
  ///   - place: of a byte of the query's text.
  ///   - help: what helps against some causes where the query is written; nil for what helps everywhere.
  public func diagnostic(
    at place: (_ offset: Int) -> Place?, help: (Cause) -> String? = { _ in nil }
  ) -> Diagnostic {
    .error(message, at: place(offset ?? 0), help: nearest.map { "did you mean `\($0)`?" } ?? help(cause) ?? self.help)
  }

  private var help: String? {
    switch cause {
    case .rows: "ask for fewer with `limit`, or put rows together with `group by`"
    case .syntax where message.contains("syntax error"): "SQLite stopped here; the mistake may stand a word earlier"
    case .steps: "look at fewer rows, or join by the `key` columns"
    default: known.isEmpty || known.count > 40 ? nil : "known: \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
  }
}
