import Diagnostics

/// The forms of numbers, lengths and dates in a language, read once from the words under `format.`.
struct Forms: Sendable {
  let thousands: String
  let decimal: String
  let minus: String
  /// `format.length.…`: `{n} h` and so on, by unit.
  let days: (one: Phrase, other: Phrase)
  let hours: Phrase
  let minutes: Phrase
  let seconds: Phrase
  /// Monday first.
  let weekdays: [String]
  let weekdaysLong: [String]
  let months: [String]
  let monthsLong: [String]
  let dates: [String: Phrase]

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
    thousands = word("thousands")
    decimal = word("decimal")
    minus = word("minus")
    days = (Phrase(word("length.day.one")), Phrase(word("length.day.other")))
    hours = Phrase(word("length.hour"))
    minutes = Phrase(word("length.minute"))
    seconds = Phrase(word("length.second"))
    weekdays = list("weekdays", 7)
    weekdaysLong = list("weekdays_long", 7)
    months = list("months", 12)
    monthsLong = list("months_long", 12)
    var dates: [String: Phrase] = [:]
    for form in Forms.dateForms { dates[form] = Phrase(word("date." + form)) }
    self.dates = dates
    if !missing.isEmpty { throw Diagnostics(missing) }
  }

  /// `day` Thu 18 Sep · `day_year` Thu 18 Sep 2025 · `day_long` Thursday 18 September 2025 · `short` 18 Sep ·
  /// `short_year` 18 Sep 2025 · `month_long` September 2025 · four ranges, by what their ends share.
  static let dateForms = [
    "day", "day_year", "day_long", "short", "short_year", "month_long", "range_day", "range_month", "range_year",
    "range",
  ]
}
