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
  /// A picture is mostly numbers, so each is put together in one word and appended at once.
  private mutating func append(hundredths number: Int) {
    guard number.magnitude < 1_000_000 else { return append(great: number) }
    var digits = Digits()
    var whole = number.magnitude / 100
    let rest = number.magnitude % 100
    if rest > 0 {
      if rest % 10 > 0 { digits.prepend(0x30 + rest % 10) }
      digits.prepend(0x30 + rest / 10)
      digits.prepend(0x2E)
    }
    repeat {
      digits.prepend(0x30 + whole % 10)
      whole /= 10
    } while whole > 0
    if number < 0 { digits.prepend(0x2D) }
    Swift.withUnsafeBytes(of: digits.word.littleEndian) { append(contentsOf: $0[..<digits.count]) }
  }

  private mutating func append(great number: Int) {
    if number < 0 { append("-") }
    append(decimal: Int(number.magnitude / 100))
    let rest = UInt8(number.magnitude % 100)
    guard rest > 0 else { return }
    append(".")
    append(0x30 + rest / 10)
    if rest % 10 > 0 { append(0x30 + rest % 10) }
  }
}

/// At most eight characters of ASCII, the first in the lowest byte.
private struct Digits {
  var word: UInt64 = 0
  var count = 0

  mutating func prepend(_ character: UInt) {
    word = word << 8 | UInt64(character)
    count += 1
  }
}

/// Places far outside any picture are as good as these; they keep the conversion from overflowing.
private func hundredths(of number: Double) -> Int {
  guard number.isFinite else { return 0 }
  return Int((Swift.min(1e12, Swift.max(-1e12, number)) * 100).rounded())
}
