import Charts
import Diagnostics
import Templating
import Time

/// The strip of days that leads from page to page, and is a bar chart of their Sessions.
enum SessionsDays {
  static let day = Schema(
    "day", [.text("day"), .text("href"), .text("label"), .flag("weekend"), .flag("current"), .markup("bar")])
  static let strip = Schema("strip", [.text("id"), .text("title"), .list("days", day)])
  static let schema = Schema("sessions-days", [.list("strips", strip)])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let strips = strips(context).map { Buckets($0, by: .day) }
    let counts = strips.map { strip in strip.spans.map { context.sessionCount(in: $0) } }
    let screen = context.dayScreen(.sessionsByStart)
    let isHidden = strips.map { strip in strip.spans.map { screen?.hides("sessions", on: $0.first) ?? false } }
    let most = zip(counts.joined(), isHidden.joined()).compactMap { $1 ? nil : $0 }.max() ?? 0
    let body = try context.render("blocks/sessions_days", schema) { values in
      for (index, strip) in strips.enumerated() {
        let record = values.append(to: "strips", of: values.root)
        values.set("id", of: record, text: "days-\(index + 1)")
        values.set("title", of: record, text: context.words.fill("sessions.days.title", ["span": span(strip, context)]))
        for (place, span) in strip.spans.enumerated() {
          let day = DayLink(
            date: span.first, count: counts[index][place], isHidden: isHidden[index][place], most: most,
            context: context)
          day.fill(values.append(to: "days", of: record), &values)
        }
      }
    }
    return Report(.full, body: body)
  }
}

extension SessionsDays {
  /// The most days that stand beside one another.
  private static let widest = 35

  /// The page's period; for a day, the site's period if it is in it, else its month. What is too long for one strip
  /// goes by months.
  private static func strips(_ context: ReportContext) -> [Period] {
    let own = context.page.period
    guard case .day = context.page.subject else { return cut(own) }
    guard let site = context.settings.period, site.index(of: own.first) != nil, site.days <= widest else {
      return [Period.month(of: own.first)]
    }
    return [site]
  }

  private static func cut(_ period: Period) -> [Period] {
    period.days <= widest ? [period] : Buckets(period, by: .month).spans
  }

  private static func span(_ strip: Buckets, _ context: ReportContext) -> String {
    context.words.range(strip.period.first, strip.period.last)
  }
}

/// A day of a strip: a link where it has a page.
private struct DayLink {
  let date: CivilDate
  let count: Int
  /// The audience is not told how many.
  let isHidden: Bool
  let most: Int
  let context: ReportContext

  func fill(_ record: Values.Record, _ values: inout Values) {
    let words = context.words
    values.set("day", of: record, text: String(date.parts.day))
    values.set("weekend", of: record, flag: date.weekday > 4)
    values.set("bar", of: record, markup: DayStripBar(value: isHidden ? 0 : count, most: most).render())
    let key = count == 0 ? "sessions.days.none" : context.form("sessions.days.day", count)
    let label =
      isHidden
      ? words.fill("few.day", ["day": words.day(date), "n": context.hiddenWord])
      : words.fill(key, ["day": words.day(date), "n": words.number(count)])
    values.set("label", of: record, text: label)
    guard count > 0 else { return }
    values.set("href", of: record, text: context.page.links.address(PageFamilies.address(of: date)))
    if case .day = context.page.subject {
      values.set("current", of: record, flag: date == context.page.period.first)
    }
  }
}
