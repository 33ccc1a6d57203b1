/// Writes instants as `2026-05-04T10:00:00.000Z` without allocating, the date worked out once for many: instants that
/// are written one after another mostly share it.
public struct InstantWriter: Sendable {
  /// How many bytes a text has.
  public static let count = 24

  private static let dayLength: Int64 = 86_400_000

  /// The first millisecond of the day whose text is kept.
  private var dayStart: Int64 = 0
  /// `1970-01-`.
  private var head: UInt64 = 0
  /// `01T`; the last byte is not used.
  private var tail: UInt32 = 0

  public init() { begin(dayOf: 0) }
}

extension InstantWriter {
  /// - Parameter place: has room for 24 bytes. Of a year past 9999 the last four digits are written.
  public mutating func write(_ instant: Instant, to place: UnsafeMutableRawPointer) {
    if UInt64(bitPattern: instant.milliseconds &- dayStart) >= UInt64(InstantWriter.dayLength) {
      begin(dayOf: instant.milliseconds)
    }
    let rest = UInt32(truncatingIfNeeded: instant.milliseconds &- dayStart)
    place.storeBytes(of: head, as: UInt64.self)
    place.storeBytes(of: tail, toByteOffset: 8, as: UInt32.self)
    let seconds = rest / 1000
    let minutes = seconds / 60
    put(minutes / 60, 0x3A, place + 11)
    put(minutes % 60, 0x3A, place + 14)
    put(seconds % 60, 0x2E, place + 17)
    let fraction = rest &- seconds &* 1000
    place.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + fraction / 100), toByteOffset: 20, as: UInt8.self)
    put(fraction % 100, 0x5A, place + 21)
  }
}

extension InstantWriter {
  private mutating func begin(dayOf milliseconds: Int64) {
    let shifted = milliseconds % InstantWriter.dayLength
    dayStart = milliseconds &- (shifted < 0 ? shifted &+ InstantWriter.dayLength : shifted)
    let (year, month, day) = CivilDate(dayNumber: Int(dayStart / InstantWriter.dayLength)).parts
    let mark: UInt64 = 0x2D
    let century = pair(UInt32(truncatingIfNeeded: year / 100 % 100)) | pair(UInt32(truncatingIfNeeded: year % 100)) << 16
    let dates = pair(UInt32(truncatingIfNeeded: day)) | 0x54 << 16
    head = (century | mark << 32 | pair(UInt32(truncatingIfNeeded: month)) << 40 | mark << 56).littleEndian
    tail = UInt32(truncatingIfNeeded: dates).littleEndian
  }

  /// Two digits and the mark behind them.
  @inline(__always)
  private func put(_ number: UInt32, _ mark: UInt8, _ place: UnsafeMutableRawPointer) {
    place.storeBytes(of: UInt16(truncatingIfNeeded: pair(number)).littleEndian, as: UInt16.self)
    place.storeBytes(of: mark, toByteOffset: 2, as: UInt8.self)
  }

  /// Two digits, the first in the low byte.
  @inline(__always)
  private func pair(_ number: UInt32) -> UInt64 {
    let tens = number / 10
    return UInt64(0x3030 &+ tens &+ (number &- tens &* 10) &<< 8)
  }
}
