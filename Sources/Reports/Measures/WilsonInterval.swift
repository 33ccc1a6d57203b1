/// The interval in which a share lies with 95 % confidence, by Wilson's score.
enum WilsonInterval {
  /// The 0.975 quantile of the normal distribution.
  private static let z = 1.959963984540054

  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
  /// American Statistical Association 22 (1927); without continuity correction:
  /// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
  /// - Returns: nil where the part is none of the whole, or the whole is empty.
  static func of(_ part: Int, in whole: Int) -> ClosedRange<Double>? {
    guard whole > 0, (0...whole).contains(part) else { return nil }
    let n = Double(whole)
    let p = Double(part) / n
    let middle = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // At the borders the formula gives 0 and 1 but for rounding.
    let low = part == 0 ? 0 : max(0, (middle - reach) / scale)
    let high = part == whole ? 1 : min(1, (middle + reach) / scale)
    return low...high
  }
}
