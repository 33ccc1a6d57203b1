import Diagnostics

/// The forms of numbers, lengths and dates in a language, read once from the words under `format.`.
final class Forms: Sendable {
  let thousands: String
  let decimal: String
  let minus: String
  /// `format.length.…`: `{n} h` and so on, by unit.
  let days: CountForm
  let hours: CountForm
  let minutes: CountForm
  let seconds: CountForm
  /// Monday first.
  let weekdays: [String]
  let weekdaysLong: [String]
  let months: [String]
  let monthsLong: [String]
  private let dates: [DateForm]

  init(_ entries: [String: String]) throws(Diagnostics) {
    var missing: [Diagnostic] = []
    func word(_ key: String) -> String {
      if let word = entries["format." + key] { return word }
      missing.append(.error("the words of the language lack `format.\(key)`"))
      return ""
    }
    func list(_ key: String, _ count: Int) -> [String] {
      let words = word(key).split(separator: " ").map(String.init)
      if entries["format." + key] != nil, words.count != count {
        missing.append(.error("`format.\(key)` needs \(count) words, found \(words.count)"))
      }
      return words.count == count ? words : Array(repeating: "", count: count)
    }
    let thousands = word("thousands")
    self.thousands = thousands
    decimal = word("decimal")
    minus = word("minus")
    func unit(_ one: String, _ other: String) -> CountForm {
      CountForm(one: Phrase(one), other: Phrase(other), thousands: thousands)
    }
    days = unit(word("length.day.one"), word("length.day.other"))
    let (hour, minute, second) = (word("length.hour"), word("length.minute"), word("length.second"))
    hours = unit(hour, hour)
    minutes = unit(minute, minute)
    seconds = unit(second, second)
    weekdays = list("weekdays", 7)
    weekdaysLong = list("weekdays_long", 7)
    months = list("months", 12)
    monthsLong = list("months_long", 12)
    dates = DateForm.Name.allCases.map { DateForm(Phrase(word("date." + $0.key)), isRange: $0.isRange) }
    if !missing.isEmpty { throw Diagnostics(missing) }
  }

  subscript(form: DateForm.Name) -> DateForm { dates[form.rawValue] }
}
