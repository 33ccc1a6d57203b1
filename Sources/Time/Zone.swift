/// A time zone of the IANA database: what the clock on the wall shows at an instant.
///
/// Read from the system's compiled files by our own reader, because Foundation's zones differ from one installation to
/// another and cost its start-up; `Zone.load` names what is missing.
public struct Zone: Sendable {
  /// The IANA name.
  public let name: String
  /// `starts[i]` (seconds since 1970) is when `offsets[i]` (seconds east of UTC) begins; the first is the distant past.
  let starts: [Int64]
  let offsets: [Int]

  public static let utc = Zone(name: "UTC", starts: [.min], offsets: [0])
}

extension Zone {
  /// Seconds east of UTC at an instant.
  public func offset(at instant: Instant) -> Int {
    offsets[index(atSecond: floorDiv(instant.milliseconds, 1000))]
  }

  /// What the clock shows: the day, and the milliseconds since its midnight on the clock's face.
  public func local(_ instant: Instant) -> (date: CivilDate, millisecondOfDay: Int) {
    let shown = instant.milliseconds + Int64(offset(at: instant)) * 1000
    let day = floorDiv(shown, 86_400_000)
    return (CivilDate(dayNumber: Int(day)), Int(shown - day * 86_400_000))
  }

  /// The day of an instant.
  public func date(_ instant: Instant) -> CivilDate { local(instant).date }

  /// The instant at which a day begins. Where midnight is skipped, the first instant of the day; where it comes twice,
  /// the first.
  public func start(of date: CivilDate) -> Instant { instant(date: date, millisecondOfDay: 0) }

  /// The instant at which the clock shows a time: the first if it is shown twice, the end of the gap if it is skipped.
  public func instant(date: CivilDate, millisecondOfDay: Int) -> Instant {
    let shown = Int64(date.dayNumber) * 86_400_000 + Int64(millisecondOfDay)
    let near = index(atSecond: floorDiv(shown, 1000) - 86_400)
    for i in near..<min(near + 4, starts.count) {
      let candidate = shown - Int64(offsets[i]) * 1000
      let begins = starts[i] == .min ? Int64.min : starts[i] * 1000
      let ends = i + 1 < starts.count ? starts[i + 1] * 1000 : Int64.max
      if candidate < begins { return Instant(milliseconds: begins) }
      if candidate < ends { return Instant(milliseconds: candidate) }
    }
    return Instant(milliseconds: shown - Int64(offsets[index(atSecond: floorDiv(shown, 1000))]) * 1000)
  }
}

extension Zone {
  private func index(atSecond second: Int64) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return low
  }
}

func floorDiv(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }
