/// A counted thing with its number, in two forms: `{n} min`, `1 day`, `{n} days`. The texts of small numbers are made
/// once.
public struct CountForm: Sendable {
  private let one: Phrase
  private let other: Phrase
  private let thousands: String
  private let small: [String]

  /// - Parameter thousands: what stands between the thousands of a number.
  init(one: Phrase, other: Phrase, thousands: String) {
    self.one = one
    self.other = other
    self.thousands = thousands
    small = (0..<CountForm.most).map { CountForm.text($0, one, other, thousands) }
  }
}

extension CountForm {
  /// So many minutes and seconds there are, and hours before they are told as days.
  private static var most: Int { 60 }

  /// - Parameter n: from 0 on.
  public func text(_ n: Int) -> String {
    small.indices.contains(n) ? small[n] : CountForm.text(n, one, other, thousands)
  }

  private static func text(_ n: Int, _ one: Phrase, _ other: Phrase, _ thousands: String) -> String {
    let digits = Numbers.grouped(n.magnitude, by: thousands)
    return (n == 1 ? one : other).filled { $0 == "n" ? digits : nil }
  }
}
