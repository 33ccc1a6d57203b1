/// The forms in which a counted thing may be said, as Unicode's CLDR names them. Every language has `other`.
public enum PluralForm: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// Which form a number takes in a language, from rules of whole numbers in CLDR's own syntax:
/// `n % 10 = 2..4 and n % 100 != 12..14 or n = 0`.
struct PluralRules: Sendable {
  fileprivate struct Relation: Sendable {
    let modulus: UInt?
    let ranges: [ClosedRange<UInt>]
    let isEqual: Bool
  }

  /// Of each form the alternatives, each of relations that hold together.
  fileprivate var rules: [(form: PluralForm, alternatives: [[Relation]])] = []

  /// One form for all numbers.
  init() {}

  /// - Parameter rule: a form's rule; nil for a form that the language does not have.
  /// - Throws: the first form whose rule cannot be read.
  init(_ rule: (PluralForm) -> String?) throws(PluralRuleError) {
    for form in PluralForm.allCases where form != .other {
      guard let text = rule(form) else { continue }
      guard let alternatives = PluralRules.alternatives(text) else { throw PluralRuleError(form: form, rule: text) }
      rules.append((form, alternatives))
    }
  }
}

/// A rule that cannot be read.
struct PluralRuleError: Error {
  let form: PluralForm
  let rule: String
}

extension PluralRules {
  /// - Parameter n: its sign plays no part.
  func form(_ n: Int) -> PluralForm {
    let n = n.magnitude
    return rules.first { $0.alternatives.contains { $0.allSatisfy { $0.holds(n) } } }?.form ?? .other
  }
}

extension PluralRules.Relation {
  fileprivate func holds(_ n: UInt) -> Bool {
    let value = modulus.map { n % $0 } ?? n
    return ranges.contains { $0.contains(value) } == isEqual
  }

  /// `n % 10 = 2..4,6`; CLDR's `i` is `n` for whole numbers.
  fileprivate init?(_ text: String) {
    let isEqual = !text.contains("!=")
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let left = sides[0].filter { $0 != " " && $0 != "!" }.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = left.first, ["n", "i"].contains(String(first)), left.count <= 2 else { return nil }
    let modulus = left.count == 2 ? UInt(left[1]) : nil
    if left.count == 2, (modulus ?? 0) == 0 { return nil }
    var ranges: [ClosedRange<UInt>] = []
    for part in sides[1].filter({ $0 != " " }).split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: ".", omittingEmptySubsequences: true).map { UInt($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], low <= high else {
        return nil
      }
      ranges.append(low...high)
    }
    self.init(modulus: modulus, ranges: ranges, isEqual: isEqual)
  }
}

extension PluralRules {
  private static func alternatives(_ text: String) -> [[Relation]]? {
    var alternatives: [[Relation]] = [[]]
    var relation = ""
    for word in text.split(separator: " ").map(String.init) + ["or"] {
      guard word == "and" || word == "or" else {
        relation += word
        continue
      }
      guard let read = Relation(relation) else { return nil }
      alternatives[alternatives.count - 1].append(read)
      if word == "or" { alternatives.append([]) }
      relation = ""
    }
    return Array(alternatives.dropLast())
  }
}
