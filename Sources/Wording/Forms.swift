import Diagnostics

/// The forms of numbers, lengths and dates in a language, read once from the words under `format.`.
final class Forms: Sendable {
  let thousands: String
  let decimal: String
  let plus: String
  let minus: String
  /// `{n}%`.
  let percent: Phrase
  /// What stands between the items of a list, and between groups of them.
  let comma: String
  let semicolon: String
  let clock: ClockForm
  /// An hour as a mark on an axis: `09`.
  let hour: ClockForm
  let plurals: PluralRules
  /// `0:07`, hours and minutes.
  let clockLength: Phrase
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
    plus = word("plus")
    minus = word("minus")
    percent = Phrase(word("percent"))
    comma = word("list.comma")
    semicolon = word("list.semicolon")
    clock = ClockForm(Phrase(word("time")))
    hour = ClockForm(Phrase(word("hour")))
    clockLength = Phrase(word("length.clock"))
    let plurals = Forms.plurals(entries, &missing)
    self.plurals = plurals
    func unit(_ key: String) -> CountForm {
      var phrases: [PluralForm: Phrase] = [:]
      for form in PluralForm.allCases where form != .other {
        phrases[form] = entries["format.\(key).\(form.rawValue)"].map { Phrase($0) }
      }
      let other = entries["format." + key] ?? word(key + ".other")
      return CountForm(phrases, other: Phrase(other), plurals: plurals, thousands: thousands)
    }
    days = unit("length.day")
    hours = unit("length.hour")
    minutes = unit("length.minute")
    seconds = unit("length.second")
    weekdays = list("weekdays", 7)
    weekdaysLong = list("weekdays_long", 7)
    months = list("months", 12)
    monthsLong = list("months_long", 12)
    dates = DateForm.Name.allCases.map { DateForm(Phrase(word("date." + $0.key)), isRange: $0.isRange) }
    if !missing.isEmpty { throw Diagnostics(missing) }
  }

  private static func plurals(_ entries: [String: String], _ errors: inout [Diagnostic]) -> PluralRules {
    do {
      return try PluralRules { entries["format.plural." + $0.rawValue] }
    } catch {
      errors.append(
        .error(
          "`format.plural.\(error.form.rawValue)` is no rule: `\(error.rule)`",
          help: "write it as CLDR does for whole numbers: `n % 10 = 2..4 and n % 100 != 12..14`"))
      return PluralRules()
    }
  }

  subscript(form: DateForm.Name) -> DateForm { dates[form.rawValue] }
}
