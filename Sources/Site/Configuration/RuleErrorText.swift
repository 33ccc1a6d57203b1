import Diagnostics
import Grouping

extension RuleError {
  /// The sentence for a person, with the place where the rule was given.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .unknownKey(let key, let known): .unknownKey(key, among: known, at: place, kind: "rule")
    case .invalidValue(let key, let found, let expected):
      .error("the rule `\(key)` is `\(found)`, expected \(expected)", at: place)
    }
  }
}
