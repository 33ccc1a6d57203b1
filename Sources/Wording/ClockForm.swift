/// A time of day in the language's form, `{hour}:{minute}`: two digits each, on a clock of 24 hours.
struct ClockForm: Sendable {
  /// All that stands before the minute, by hour; and the rest, by minute.
  private let hours: [String]
  private let minutes: [String]

  init(_ phrase: Phrase) {
    let end = phrase.parts.firstIndex(of: .place("minute")) ?? phrase.parts.count
    hours = (0..<24).map { ClockForm.text(phrase.parts[..<end], "hour", $0) }
    minutes = (0..<60).map { ClockForm.text(phrase.parts[end...], "minute", $0) }
  }

  private static func text(_ parts: ArraySlice<Phrase.Part>, _ name: String, _ number: Int) -> String {
    parts.reduce("") { text, part in
      switch part {
      case .text(let words): text + words
      case .place(name): text + twoDigits(number)
      case .place(let other): text + "{\(other)}"
      }
    }
  }
}

extension ClockForm {
  func text(millisecondOfDay: Int) -> String {
    hours[millisecondOfDay / 3_600_000] + minutes[millisecondOfDay / 60_000 % 60]
  }

  func write(millisecondOfDay: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: hours[millisecondOfDay / 3_600_000].utf8)
    bytes.append(contentsOf: minutes[millisecondOfDay / 60_000 % 60].utf8)
  }
}
