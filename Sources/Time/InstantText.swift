/// RFC 3339 texts of instants: read from bytes without Foundation, written in one form.
extension Instant {
  /// What a text of a date and time says: the clock's reading, and the offset if the text names one.
  public struct Reading: Sendable {
    /// Milliseconds since 1970 as if the clock showed UTC.
    public var clock: Int64
    /// Seconds east of UTC.
    public var offset: Int?

    @inline(__always)
    init(clock: Int64, offset: Int?) {
      self.clock = clock
      self.offset = offset
    }

    /// Nil without an offset, and outside the years 0000 to 9999, which no text could say again.
    public var instant: Instant? {
      guard let milliseconds = offset.map({ clock - Int64($0) * 1000 }), Reading.range.contains(milliseconds) else {
        return nil
      }
      return Instant(milliseconds: milliseconds)
    }

    /// From 0000-01-01T00:00:00Z up to, not including, 10000-01-01T00:00:00Z.
    private static var range: Range<Int64> { -62_167_219_200_000..<253_402_300_800_000 }
  }

  /// Reads `2026-05-04T10:00:00.123456789+02:00`: `t` or a space for `T`, `z` for `Z`, 0 to 9 fractional digits (those
  /// past the millisecond are cut), any offset to ±23:59, and second 60, which is the next minute.
  ///
  /// - Returns: nil if the bytes are anything else; a reading without offset if it is missing.
  public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading? {
    guard bytes.count >= 19, let base = bytes.baseAddress else { return nil }
    func digits(_ at: Int, _ count: Int) -> Int {
      var value = 0
      for i in at..<at + count {
        let digit = Int(base[i]) - 0x30
        if digit < 0 || digit > 9 { return -1 }
        value = value * 10 + digit
      }
      return value
    }
    let year = digits(0, 4)
    let month = digits(5, 2)
    let day = digits(8, 2)
    let hour = digits(11, 2)
    let minute = digits(14, 2)
    let second = digits(17, 2)
    let separator = base[10]
    guard base[4] == 0x2D, base[7] == 0x2D, base[13] == 0x3A, base[16] == 0x3A,
      separator == 0x54 || separator == 0x74 || separator == 0x20,
      year >= 0, (1...12).contains(month), day >= 1, day <= daysIn(month, year),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    var position = 19
    var fraction = 0
    if position < bytes.count, base[position] == 0x2E {
      position += 1
      let first = position
      while position < bytes.count, (0x30...0x39).contains(base[position]) { position += 1 }
      let count = position - first
      guard (1...9).contains(count) else { return nil }
      fraction = digits(first, min(count, 3))
      for _ in min(count, 3)..<3 { fraction *= 10 }
    }
    let days = CivilDate(year: year, month: month, day: day).dayNumber
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    let clock = Int64(seconds) * 1000 + Int64(fraction)
    if position == bytes.count { return Reading(clock: clock, offset: nil) }
    let mark = base[position]
    if mark == 0x5A || mark == 0x7A { return position + 1 == bytes.count ? Reading(clock: clock, offset: 0) : nil }
    guard mark == 0x2B || mark == 0x2D, position + 6 == bytes.count, base[position + 3] == 0x3A else { return nil }
    let hours = digits(position + 1, 2)
    let minutes = digits(position + 4, 2)
    guard (0...23).contains(hours), (0...59).contains(minutes) else { return nil }
    return Reading(clock: clock, offset: (mark == 0x2D ? -1 : 1) * (hours * 3600 + minutes * 60))
  }

  /// Reads a text with an offset, as `read(_:)` does.
  public init?(_ text: String) {
    var copy = text
    guard let instant = copy.withUTF8({ Instant.read($0)?.instant }) else { return nil }
    self = instant
  }

  /// Appends `2026-05-04T10:00:00.000Z`. Where many are written, `InstantWriter` is faster.
  public func write(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: InstantWriter.count, alignment: 8) { text in
      var writer = InstantWriter()
      if let place = text.baseAddress { writer.write(self, to: place) }
      bytes.append(contentsOf: text)
    }
  }
}

extension Instant: CustomStringConvertible {
  /// `2026-05-04T10:00:00.000Z`.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func daysIn(_ month: Int, _ year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}
