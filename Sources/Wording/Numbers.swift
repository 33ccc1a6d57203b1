/// Numbers in the language's form. Rounding is half away from zero, on whole numbers, so that no float decides a digit.
extension Words {
  /// `2,134`; a negative one has a true minus sign.
  public func number(_ n: Int) -> String {
    n < 0 ? forms.minus + number(magnitude: n.magnitude) : number(magnitude: n.magnitude)
  }

  /// `29.1%` of a count in a whole; nil where the whole is 0.
  public func percent(_ count: Int, of whole: Int, decimals: Int = 1) -> String? {
    whole == 0 ? nil : percent(decimalText(count * 100, whole, decimals: decimals))
  }

  /// `2.4`, a quotient; nil where the divisor is 0.
  public func quotient(_ count: Int, _ divisor: Int, decimals: Int = 1) -> String? {
    divisor == 0 ? nil : decimalText(count, divisor, decimals: decimals)
  }

  /// A change in percent with its sign, `+9.1%` or `−2.0%`; nil where there was nothing before.
  public func change(from before: Int, to now: Int) -> String? {
    guard before > 0 else { return nil }
    return percent(signed(decimalText((now - before) * 100, before, decimals: 1)))
  }

  /// A number of hundredths that is printed already, as a share: `29.1%`.
  public func percent(_ digits: String) -> String { forms.percent.filled { $0 == "n" ? digits : nil } }

  /// The difference of two shares in points, with its sign: `−2.0`; nil where one has no whole.
  public func points(from before: (Int, of: Int), to now: (Int, of: Int)) -> String? {
    guard before.of > 0, now.of > 0 else { return nil }
    let numerator = now.0 * before.of - before.0 * now.of
    return signed(decimalText(numerator * 100, now.of * before.of, decimals: 1))
  }

  /// A whole number with its sign: `+3`, `−1`, `0`.
  public func signedNumber(_ n: Int) -> String { signed(number(n)) }

  /// A printed number with a plus before it, unless it has a sign or is nothing.
  public func signed(_ text: String) -> String {
    let isNothing = !text.utf8.contains { (0x31...0x39).contains($0) }
    return text.hasPrefix(forms.minus) || isNothing ? text : forms.plus + text
  }
}

extension Words {
  private func number(magnitude: UInt) -> String { Numbers.grouped(magnitude, by: forms.thousands) }

  private func decimalText(_ numerator: Int, _ divisor: Int, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(UInt(1)) { scale, _ in scale * 10 }
    let magnitude = divisor.magnitude
    let (quotient, remainder) = magnitude.dividingFullWidth(numerator.magnitude.multipliedFullWidth(by: scale))
    let rounded = quotient + (remainder >= magnitude - remainder ? 1 : 0)
    let isNegative = (numerator < 0) != (divisor < 0) && rounded != 0
    let whole = (isNegative ? forms.minus : "") + number(Int(rounded / scale))
    if decimals == 0 { return whole }
    let digits = String(rounded % scale)
    return whole + forms.decimal + String(repeating: "0", count: decimals - digits.count) + digits
  }
}

/// Digits.
enum Numbers {
  private static let small = (0..<100).map { String($0) }

  static func plain(_ n: Int) -> String { small.indices.contains(n) ? small[n] : String(n) }

  /// A number, its thousands set apart.
  static func grouped(_ n: UInt, by mark: String) -> String {
    if n < 1000 { return plain(Int(n)) }
    let rest = String(n % 1000)
    return grouped(n / 1000, by: mark) + mark + String(repeating: "0", count: 3 - rest.utf8.count) + rest
  }
}
