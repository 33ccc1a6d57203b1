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
    let (share, isPercent) =
      switch value {
      case .percent(let share): (share.isNaN ? 0 : Swift.min(100, Swift.max(0, share)), true)
      case .pixels(let number): (number, false)
      }
    let number = hundredths(of: share)
    guard number.magnitude < 1_000_000, opening.utf8CodeUnitCount <= 16 else {
      append(opening)
      append(value)
      return append(0x22)
    }
    let digits = Digits(hundredths: number)
    let length = opening.utf8CodeUnitCount
    withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { piece in
      piece.copyMemory(from: UnsafeRawBufferPointer(start: opening.utf8Start, count: length))
      piece.storeBytes(of: digits.word.littleEndian, toByteOffset: length, as: UInt64.self)
      var end = length + digits.count
      if isPercent {
        piece[end] = 0x25
        end += 1
      }
      piece[end] = 0x22
      append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[...end]))
    }
  }
}

extension [UInt8] {
  /// A picture is mostly numbers, so each is put together in one word and appended at once.
  private mutating func append(hundredths number: Int) {
    guard number.magnitude < 1_000_000 else { return append(great: number) }
    let digits = Digits(hundredths: number)
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

  /// Of a number below a million, without zeros at the end.
  init(hundredths number: Int) {
    var whole = number.magnitude / 100
    let rest = number.magnitude % 100
    if rest > 0 {
      if rest % 10 > 0 { prepend(0x30 + rest % 10) }
      prepend(0x30 + rest / 10)
      prepend(0x2E)
    }
    repeat {
      prepend(0x30 + whole % 10)
      whole /= 10
    } while whole > 0
    if number < 0 { prepend(0x2D) }
  }

  private mutating func prepend(_ character: UInt) {
    word = word << 8 | UInt64(character)
    count += 1
  }
}

/// Places far outside any picture are as good as these; they keep the conversion from overflowing.
private func hundredths(of number: Double) -> Int {
  guard number.isFinite else { return 0 }
  return Int((Swift.min(1e12, Swift.max(-1e12, number)) * 100).rounded())
}
