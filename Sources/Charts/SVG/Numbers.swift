import HTML

/// A place or an extent along one axis.
enum Coordinate: Equatable, Sendable {
  case percent(Double)
  case pixels(Double)
}

extension [UInt8] {
  /// Appends a number with at most two decimals and no zeros at the end. What is no number is 0, and so is −0.
  mutating func append(number: Double) { append(hundredths: hundredths(of: number)) }

  /// Appends a number with at most one decimal: enough for the points of a curve.
  mutating func append(tenths number: Double) { append(hundredths: hundredths(of: number * 0.1) * 10) }

  /// Appends a percentage, held within 0 and 100, or a number of pixels.
  mutating func append(_ coordinate: Coordinate) {
    switch coordinate {
    case .percent(let share):
      append(number: share.isNaN ? 0 : Swift.min(100, Swift.max(0, share)))
      append("%")
    case .pixels(let number): append(number: number)
    }
  }

  /// Appends an attribute; `opening` is its name up to the quote, such as ` x="`, in one piece because pictures are made
  /// of little else.
  mutating func append(attribute opening: StaticString, _ value: Coordinate) {
    append(opening)
    append(value)
    append("\"")
  }
}

extension [UInt8] {
  private mutating func append(hundredths number: Int) {
    if number < 0 { append("-") }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 100)
    append(digits: whole)
    guard rest > 0 else { return }
    append(".")
    append(0x30 + UInt8(rest / 10))
    if rest % 10 > 0 { append(0x30 + UInt8(rest % 10)) }
  }

  /// A picture is mostly numbers, so they are written without a string between.
  private mutating func append(digits number: UInt) {
    if number >= 10 { append(digits: number / 10) }
    append(0x30 + UInt8(number % 10))
  }
}

/// Places far outside any picture are as good as these; they keep the conversion from overflowing.
private func hundredths(of number: Double) -> Int {
  guard number.isFinite else { return 0 }
  return Int((Swift.min(1e12, Swift.max(-1e12, number)) * 100).rounded())
}
