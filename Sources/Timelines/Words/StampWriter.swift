import HTML
import Time

/// Writes instants for machines, in UTC to the minute: `2025-09-18T09:00Z`. Most follow one on the same day, whose date
/// is kept.
struct StampWriter {
  private var day: CivilDate?
  /// `2025-09-18T`, eight bytes and three.
  private var date: (UInt64, UInt64) = (0, 0)
}

extension StampWriter {
  /// Appends an instant.
  mutating func write(_ instant: Instant, to bytes: inout [UInt8]) {
    let local = Zone.utc.local(instant)
    if local.date != day { remember(local.date) }
    let (minute, date) = (local.millisecondOfDay / 60_000, date)
    // Eight more than it takes: words are put whole.
    bytes.write(most: 25) { out in
      out.put(word: date.0, count: 8)
      out.put(word: date.1, count: 3)
      out.put(twoDigits: minute / 60)
      out.put(0x3A)
      out.put(twoDigits: minute % 60)
      out.put(0x5A)
    }
  }

  private mutating func remember(_ day: CivilDate) {
    self.day = day
    let (year, month, number) = day.parts
    func digits(_ two: Int) -> UInt64 { UInt64(0x30 + two / 10 % 10) | UInt64(0x30 + two % 10) << 8 }
    let century = digits(year / 100) | digits(year) << 16
    date.0 = century | 0x2D << 32 | digits(month) << 40 | 0x2D << 56
    date.1 = digits(number) | 0x54 << 16
  }
}
