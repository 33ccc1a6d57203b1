/// Reads many texts of instants one after another: in UTC, with or without milliseconds, eight bytes at a time, and a day
/// that was met last without counting its days anew. Any other text is read by `Instant.read`; so is the first of a day.
public struct InstantReader: Sendable {
  // The day met last: `2026-05-04` as its first eight bytes and the two behind them, and where it begins.
  private var month: UInt64 = 0
  private var day: UInt16 = 0
  private var dayStart: Int64 = 0

  public init() {}
}

extension InstantReader {
  /// The same as `Instant.read` for any bytes.
  @inline(__always)
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Instant.Reading? {
    guard bytes.count == 24 || bytes.count == 20, let base = UnsafeRawPointer(bytes.baseAddress) else {
      return Instant.read(bytes)
    }
    if word(base) == month, base.loadUnaligned(fromByteOffset: 8, as: UInt16.self) == day,
      let time = InstantReader.time(base, bytes.count)
    {
      return Instant.Reading(clock: dayStart + time, offset: 0)
    }
    return readOther(bytes, base)
  }

  private mutating func readOther(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafeRawPointer
  ) -> Instant.Reading? {
    guard let reading = Instant.read(bytes) else { return nil }
    // The second 60 belongs to a day behind the one that the text names.
    if let time = InstantReader.time(base, bytes.count) {
      month = word(base)
      day = base.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
      dayStart = reading.clock - time
    }
    return reading
  }

  @inline(__always)
  private func word(_ bytes: UnsafeRawPointer) -> UInt64 { bytes.loadUnaligned(as: UInt64.self) }

  /// The milliseconds of `T10:00:00Z` or `T10:00:00.000Z`, which stand behind the day; nil if it is neither.
  @inline(__always)
  private static func time(_ text: UnsafeRawPointer, _ count: Int) -> Int64? {
    let clock = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: 11, as: UInt64.self))
    guard text.load(fromByteOffset: 10, as: UInt8.self) == 0x54,
      text.load(fromByteOffset: count - 1, as: UInt8.self) == 0x5A,
      clock & 0xF0F0_FFF0_F0FF_F0F0 == 0x3030_3A30_303A_3030,
      (clock & 0x0F0F_000F_0F00_0F0F &+ 0x0606_0006_0600_0606) & 0xF0F0_00F0_F000_F0F0 == 0
    else { return nil }
    let hour = digit(clock, 0) * 10 + digit(clock, 1)
    let minute = digit(clock, 3) * 10 + digit(clock, 4)
    let second = digit(clock, 6) * 10 + digit(clock, 7)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second
    if count == 20 { return seconds * 1000 }
    let fraction = UInt32(littleEndian: text.loadUnaligned(fromByteOffset: 19, as: UInt32.self))
    guard fraction & 0xF0F0_F0FF == 0x3030_302E, (fraction & 0x0F0F_0F00 &+ 0x0606_0600) & 0xF0F0_F000 == 0 else {
      return nil
    }
    let word = UInt64(fraction)
    return seconds * 1000 + digit(word, 1) * 100 + digit(word, 2) * 10 + digit(word, 3)
  }

  @inline(__always)
  private static func digit(_ word: UInt64, _ place: UInt64) -> Int64 {
    Int64(truncatingIfNeeded: word >> (place * 8) & 0xF)
  }
}
