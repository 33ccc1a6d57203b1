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
  public func start(of date: CivilDate) -> Instant {
    switch resolve(Int64(date.dayNumber) * 86_400_000) {
    case .shown(let instant): instant
    case .skipped(let end, _): end
    }
  }

  /// The instant at which the clock shows a time: the first if it is shown twice. A time that is skipped is read with
  /// the offset from before the gap, as iCalendar (RFC 5545, 3.3.5) does: 02:30 in a gap from 02:00 to 03:00 is 03:30.
  public func instant(date: CivilDate, millisecondOfDay: Int) -> Instant {
    switch resolve(Int64(date.dayNumber) * 86_400_000 + Int64(millisecondOfDay)) {
    case .shown(let instant): instant
    case .skipped(_, let shifted): shifted
    }
  }
}

extension Zone {
  private enum Resolution {
    case shown(Instant)
    /// The end of the gap, and the time read with the offset from before it.
    case skipped(end: Instant, shifted: Instant)
  }

  /// - Parameter shown: milliseconds since 1970 on the clock's face.
  private func resolve(_ shown: Int64) -> Resolution {
    let near = index(atSecond: floorDiv(shown, 1000) - 86_400)
    for i in near..<min(near + 4, starts.count) {
      let candidate = shown - Int64(offsets[i]) * 1000
      let begins = starts[i] == .min ? Int64.min : starts[i] * 1000
      let ends = i + 1 < starts.count ? starts[i + 1] * 1000 : Int64.max
      if candidate < begins {
        let before = shown - Int64(offsets[max(i - 1, 0)]) * 1000
        return .skipped(end: Instant(milliseconds: begins), shifted: Instant(milliseconds: before))
      }
      if candidate < ends { return .shown(Instant(milliseconds: candidate)) }
    }
    return .shown(Instant(milliseconds: shown - Int64(offsets[index(atSecond: floorDiv(shown, 1000))]) * 1000))
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
