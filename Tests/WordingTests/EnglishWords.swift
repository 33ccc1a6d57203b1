import Wording

/// The forms that every language has to give, with signs and words that are easy to tell from one another.
let formEntries: [String: String] = [
  "format.thousands": ",", "format.decimal": ".", "format.minus": "−",
  "format.plus": "+", "format.percent": "{n}%", "format.time": "{hour}:{minute}", "format.hour": "{hour}",
  "format.plural.one": "n = 1",
  "format.list.comma": ", ", "format.list.semicolon": "; ", "format.length.clock": "{hours}:{minutes}",
  "format.length.day.one": "{n} day", "format.length.day.other": "{n} days", "format.length.hour": "{n} h",
  "format.length.minute": "{n} min", "format.length.second": "{n} s",
  "format.weekdays": "Mon Tue Wed Thu Fri Sat Sun",
  "format.weekdays_long": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  "format.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  "format.months_long":
    "January February March April May June July August September October November December",
  "format.date.day": "{weekday} {day} {month}", "format.date.day_year": "{weekday} {day} {month} {year}",
  "format.date.day_long": "{weekday_long} {day} {month_long} {year}", "format.date.short": "{day} {month}",
  "format.date.short_year": "{day} {month} {year}", "format.date.month_long": "{month_long} {year}",
  "format.date.range_day": "{last_day} {last_month_long} {last_year}",
  "format.date.range_month": "{first_day}–{last_day} {last_month_long} {last_year}",
  "format.date.range_year": "{first_day} {first_month} – {last_day} {last_month} {last_year}",
  "format.date.range": "{first_day} {first_month} {first_year} – {last_day} {last_month} {last_year}",
]

/// Words with `entries` over the forms.
func words(_ entries: [String: String] = [:]) throws -> Words {
  try Words(language: "en", entries: formEntries.merging(entries) { $1 })
}
