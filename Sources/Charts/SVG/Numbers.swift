import HTML

/// A place or an extent along one axis.
enum Coordinate: Equatable, Sendable {
  case percent(Double)
  case pixels(Double)
}

extension [UInt8] {
  /// Appends a number with at most two decimals and no zeros at the end. What is no number is 0, and so is −0.
  mutating func append(number: Double) {
    write(most: ByteCursor.mostDigits) { $0.put(hundredths: hundredths(of: number)) }
  }

  /// Appends a number with at most one decimal: enough for the points of a curve.
  mutating func append(tenths number: Double) {
    write(most: ByteCursor.mostDigits) { $0.put(hundredths: hundredths(of: number * 0.1) * 10) }
  }

  /// Appends a percentage, held within 0 and 100, or a number of pixels.
  mutating func append(_ coordinate: Coordinate) { write(most: ByteCursor.mostDigits) { $0.put(coordinate) } }

  /// Appends an attribute; `opening` is its name up to the quote, such as ` x="`, in one piece because pictures are made
  /// of little else.
  mutating func append(attribute opening: StaticString, _ value: Coordinate) {
    write(most: opening.utf8CodeUnitCount + ByteCursor.mostDigits) { $0.put(attribute: opening, value) }
  }
}

extension ByteCursor {
  /// More than a number, a percent sign and a quote ever take.
  static var mostDigits: Int { 40 }

  @inline(__always)
  mutating func put(attribute opening: StaticString, _ value: Coordinate) {
    put(opening)
    put(value)
    put(0x22)
  }

  @inline(__always)
  mutating func put(_ coordinate: Coordinate) {
    switch coordinate {
    case .percent(let share):
      put(hundredths: share.isNaN ? 0 : hundredths(of: Swift.min(100, Swift.max(0, share))))
      put(0x25)
    case .pixels(let number): put(hundredths: hundredths(of: number))
    }
  }

  /// A number in hundredths, without zeros at the end.
  mutating func put(hundredths number: Int) {
    if number < 0 { put(0x2D) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 100)
    put(whole: whole)
    guard rest > 0 else { return }
    put(0x2E)
    put(0x30 + UInt8(truncatingIfNeeded: rest / 10))
    if rest % 10 > 0 { put(0x30 + UInt8(truncatingIfNeeded: rest % 10)) }
  }

  private mutating func put(whole number: UInt) {
    if number < 10 { return put(0x30 + UInt8(truncatingIfNeeded: number)) }
    if number < 100 { return put(twoDigits: Int(truncatingIfNeeded: number)) }
    put(whole: number / 100)
    put(twoDigits: Int(truncatingIfNeeded: number % 100))
  }
}

/// Places far outside any picture are as good as these; they keep the conversion from overflowing.
@inline(__always)
private func hundredths(of number: Double) -> Int {
  guard number.isFinite else { return 0 }
  let scaled = Swift.min(1e12, Swift.max(-1e12, number)) * 100
  // Halves away from zero, as `rounded()` has it, without the call.
  return Int(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
}
