import Time

/// Lengths of time in the language's form: `45 s`, `7 min`, `2 h 22 min`, `8 days`.
extension Words {
  /// Whole seconds below a minute, minutes below an hour, hours and minutes below two days, days and hours below ten,
  /// then days. Cut, not rounded: 1 h 59 min 59 s is still under 2 h.
  public func length(_ length: Length) -> String {
    if length.milliseconds <= -1000 { return forms.minus + self.length(-length) }
    let seconds = Int(length.milliseconds / 1000)
    if seconds < 60 { return forms.seconds.text(seconds) }
    let minutes = seconds / 60
    if minutes < 60 { return forms.minutes.text(minutes) }
    let hours = minutes / 60
    if hours < 48 {
      return joined(forms.hours.text(hours), minutes % 60 == 0 ? nil : forms.minutes.text(minutes % 60))
    }
    return joined(days(hours / 24), hours % 24 == 0 || hours >= 240 ? nil : forms.hours.text(hours % 24))
  }

  /// The unit that `length(_:)` cuts a length to: a second, a minute, an hour or a day.
  public func lengthUnit(_ length: Length) -> Length {
    let seconds = Int(length.milliseconds.magnitude / 1000)
    if seconds < 60 { return .seconds(1) }
    if seconds < 48 * 3600 { return .minutes(1) }
    return seconds < 240 * 3600 ? .hours(1) : .days(1)
  }

  /// The largest unit alone, for narrow places: `40 s`, `15 h`, `8 days`. Hours and days are rounded, halves up.
  public func shortLength(_ length: Length) -> String {
    let minutes = Int(length.milliseconds / 60_000)
    if minutes < 1 { return self.length(length) }
    if minutes < 60 { return forms.minutes.text(minutes) }
    return minutes < 48 * 60 ? forms.hours.text((minutes + 30) / 60) : days((minutes + 720) / 1440)
  }

  /// `0:07`, hours and minutes, for columns.
  public func clockLength(_ length: Length) -> String {
    if length.milliseconds <= -60_000 { return forms.minus + clockLength(-length) }
    let minutes = Int(length.milliseconds / 60_000)
    return forms.clockLength(["hours": Numbers.plain(minutes / 60), "minutes": twoDigits(minutes % 60)])
  }

  private func days(_ n: Int) -> String { forms.days.text(n) }

  private func joined(_ first: String, _ second: String?) -> String { second.map { first + " " + $0 } ?? first }
}

extension Length {
  fileprivate static prefix func - (length: Length) -> Length { Length(milliseconds: 0) - length }
}

func twoDigits(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }
