/// A unit of length with its number: `{n} min`, `{n} days`. The texts of small numbers are made once.
struct UnitForm: Sendable {
  private let one: Phrase
  private let other: Phrase
  private let small: [String]

  /// - Parameter number: writes a number in the language's form.
  init(one: Phrase, other: Phrase, number: (Int) -> String) {
    self.one = one
    self.other = other
    small = (0..<UnitForm.count).map { n in
      let digits = number(n)
      return (n == 1 ? one : other).filled { $0 == "n" ? digits : nil }
    }
  }
}

extension UnitForm {
  /// So many minutes and seconds there are, and hours before they are told as days.
  private static var count: Int { 60 }

  /// - Parameter number: writes a number in the language's form.
  func text(_ n: Int, number: (Int) -> String) -> String {
    if small.indices.contains(n) { return small[n] }
    let digits = number(n)
    return (n == 1 ? one : other).filled { $0 == "n" ? digits : nil }
  }
}
