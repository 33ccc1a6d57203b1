import Time

/// Writes instants as `Instant.write(to:)` does, the day once for many: rows that follow each other mostly share it.
struct InstantBytes {
  private var day = Int64.min
  /// `2026-05-04T`.
  private var lead: [UInt8] = []
}

extension InstantBytes {
  private static let dayLength: Int64 = 86_400_000

  mutating func append(_ instant: Instant, to bytes: inout [UInt8]) {
    let shifted = instant.milliseconds % InstantBytes.dayLength
    let rest = Int(shifted < 0 ? shifted + InstantBytes.dayLength : shifted)
    let start = instant.milliseconds - Int64(rest)
    if start != day {
      day = start
      lead = Array("\(CivilDate(dayNumber: Int(start / InstantBytes.dayLength)))T".utf8)
    }
    bytes.append(contentsOf: lead)
    put(rest / 3_600_000, then: 0x3A, to: &bytes)
    put(rest / 60_000 % 60, then: 0x3A, to: &bytes)
    put(rest / 1000 % 60, then: 0x2E, to: &bytes)
    let milliseconds = rest % 1000
    bytes.append(UInt8(0x30 + milliseconds / 100))
    put(milliseconds % 100, then: 0x5A, to: &bytes)
  }

  @inline(__always)
  private func put(_ number: Int, then mark: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
    bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
    bytes.append(mark)
  }
}

/// Writes days as `2026-05-04`, one that follows an equal one from memory.
struct DayBytes {
  private var day: CivilDate?
  private var text: [UInt8] = []

  mutating func append(_ date: CivilDate, to bytes: inout [UInt8]) {
    if day != date {
      day = date
      text = Array(date.description.utf8)
    }
    bytes.append(contentsOf: text)
  }
}
