import SQL
import Time
import Wording

/// How a value is printed.
enum FigureFormat: String, CaseIterable, Sendable {
  /// A whole number.
  case count
  /// With one decimal, unless it is whole.
  case number
  /// A share from 0 to 1.
  case percent
  /// A length in seconds.
  case duration
  /// A day, `2026-05-04`, or a month, `2026-05`.
  case date
  /// An instant, `2026-05-04T10:00:00.000Z`.
  case time
  /// A channel as the export names it: shown as the words name it.
  case channel
  /// From 1, Monday.
  case weekday
  /// From 0.
  case hour
  case text
}

extension FigureFormat {
  /// What follows from a column's name; nil if the values decide.
  static func named(by column: String) -> FigureFormat? {
    let name = column.lowercased()
    if name.hasSuffix("_seconds") { return .duration }
    if name.hasSuffix("_share") || name.hasSuffix("_rate") { return .percent }
    if name == "day" || name.hasSuffix("_day") { return .date }
    if ["channel", "weekday", "hour"].contains(name) { return FigureFormat(rawValue: name) }
    return name.hasSuffix("_at") ? .time : nil
  }

  init(_ format: Measure.Format) {
    switch format {
    case .count: self = .count
    case .number: self = .number
    case .percent: self = .percent
    case .duration: self = .duration
    }
  }

  var isNumeric: Bool { [.count, .number, .percent, .duration].contains(self) }

  /// What a value has to be, for errors.
  var expectation: String {
    switch self {
    case .count, .number: "a number"
    case .percent: "a share from 0 to 1"
    case .duration: "a number of seconds"
    case .date: "a day such as `2026-05-04`"
    case .time: "an instant such as `2026-05-04T10:00:00.000Z`"
    case .channel: "the name of a channel"
    case .weekday: "a weekday from 1, Monday, to 7"
    case .hour: "an hour from 0 to 23"
    case .text: "a text"
    }
  }
}

extension ReportContext {
  /// A value as readers see it; nil if it does not fit the format.
  /// - Parameter format: if nil, the value decides.
  func text(_ value: ResultValue, _ format: FigureFormat?) -> String? {
    switch (value, format) {
    case (.null, _): words["table.missing"]
    case (.text(let text), nil), (.text(let text), .text): text
    case (.text(let text), .date): dateText(text)
    case (.text(let text), .time): Instant(text).map(moment)
    case (.text(let name), .channel): shownChannel(name)
    case (.integer(let day), .weekday): (1...7).contains(day) ? words.weekdayLong(day - 1) : nil
    case (.integer(let hour), .hour): (0...23).contains(hour) ? words.time(millisecondOfDay: hour * 3_600_000) : nil
    case (.text, _): nil
    case (.integer(let n), nil), (.integer(let n), .count), (.integer(let n), .number): words.number(n)
    case (.integer(let n), .text): String(n)
    case (.real(let x), .text): x.description
    case (.real(let x), nil): text(x, .number)
    case (.real(let x), let format?): format.isNumeric ? text(x, format) : nil
    case (.integer(let n), let format?): format.isNumeric ? text(Double(n), format) : nil
    }
  }

  /// A number in one of the formats of numbers.
  func text(_ number: Double, _ format: FigureFormat) -> String {
    let text: String? =
      switch format {
      case .count: words.decimal(number, 0)
      case .percent: words.decimal(number * 100, 1).map(words.percent)
      case .duration: Length(seconds: number).map(words.length)
      default: words.decimal(number, number == number.rounded() ? 0 : 1)
      }
    return text ?? words["table.missing"]
  }

  /// `Mon 4 May`, with the year outside the page's days; `May 2026`.
  private func dateText(_ text: String) -> String? {
    if let month = CivilDate(month: text) { return words.month(month) }
    guard let day = CivilDate(day: text) else { return nil }
    return page.period.index(of: day) == nil ? words.dayAndYear(day) : words.day(day)
  }
}

extension Words {
  /// A number with so many decimals, rounded half away from zero as a binary fraction; nil for what is no number, and
  /// past 10¹⁵, where a float's steps become visible.
  func decimal(_ number: Double, _ decimals: Int) -> String? {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = (number * Double(scale)).rounded()
    guard scaled.isFinite, scaled.magnitude < 1e15 else { return nil }
    return quotient(Int(scaled), scale, decimals: decimals)
  }
}

extension Length {
  /// Nil for what is no number, and past what milliseconds hold.
  init?(seconds: Double) {
    let milliseconds = (seconds * 1000).rounded()
    guard milliseconds.isFinite, milliseconds.magnitude < 1e17 else { return nil }
    self.init(milliseconds: Int64(milliseconds))
  }
}

extension CivilDate {
  /// Reads `2026-05-04`; nil for anything else, a day that no month has among it.
  public init?(day text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D, let year = CivilDate.number(digits[0..<4]),
      let month = CivilDate.number(digits[5..<7]), let day = CivilDate.number(digits[8..<10]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    if parts.day != day { return nil }
  }

  /// Reads `2026-05`, as its first day.
  init?(month text: String) {
    guard text.utf8.count == 7 else { return nil }
    self.init(day: text + "-01")
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0) { number, digit in
      guard let number, (0x30...0x39).contains(digit) else { return nil }
      return number * 10 + Int(digit - 0x30)
    }
  }
}
