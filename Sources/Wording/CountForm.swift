/// A counted thing with its number, in the language's forms: `{n} min`, `1 day`, `{n} days`. The texts of small numbers
/// are made once.
public struct CountForm: Sendable {
  private let phrases: [PluralForm: Phrase]
  private let other: Phrase
  private let plurals: PluralRules
  private let thousands: String
  private var small: [String] = []

  /// - Parameters:
  ///   - phrases: by form; a form that is not there is said as `other`.
  ///   - thousands: what stands between the thousands of a number.
  init(_ phrases: [PluralForm: Phrase], other: Phrase, plurals: PluralRules, thousands: String) {
    self.phrases = phrases
    self.other = other
    self.plurals = plurals
    self.thousands = thousands
    small = (0..<CountForm.most).map(made)
  }
}

extension CountForm {
  /// So many minutes and seconds there are, and hours before they are told as days.
  private static var most: Int { 60 }

  /// - Parameter n: from 0 on.
  public func text(_ n: Int) -> String { small.indices.contains(n) ? small[n] : made(n) }

  private func made(_ n: Int) -> String {
    let digits = Numbers.grouped(n.magnitude, by: thousands)
    let phrase = phrases.isEmpty ? other : phrases[plurals.form(n)] ?? other
    return phrase.filled { $0 == "n" ? digits : nil }
  }
}
