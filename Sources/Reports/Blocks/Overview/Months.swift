import Diagnostics
import HTML
import Templating
import Time

/// Links to the same page of each month in which something is counted, the latest first.
enum Months {
  private static let month = Schema("month", [.text("href"), .text("words"), .flag("current")])
  private static let schema = Schema("months", [.list("months", month)])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let months = PageFamilies.months(context).reversed()
    let body = try context.render("blocks/overview-months", schema) { values in
      for month in months {
        let record = values.append(to: "months", of: values.root)
        values.set("href", of: record, text: context.page.links.address(address(of: month, context)))
        values.set("words", of: record, text: context.words.month(month.first))
        values.set("current", of: record, flag: context.page.subject == .month && month == context.page.period)
      }
    }
    return Report(.row, body: body, side: try context.paragraphs([context.sentence("months.words")]))
  }

  /// `2025-09/contacts.html` on `contacts.html` and on every month's.
  private static func address(of month: Period, _ context: ReportContext) -> String {
    let page = context.page.address
    let own = context.page.subject == .month ? page.drop { $0 != "/" }.dropFirst() : page[...]
    return month.first.description.prefix(7) + "/" + own
  }
}

/// The months in which a Conversation begins or closes, or a Contact ends, in order.
struct CountedMonths {
  let months: [Period]

  init(_ facts: Facts, zone: Zone, until asOf: Instant) {
    guard let first = facts.conversations.lazy.map(\.group.startedAt).min() else {
      months = []
      return
    }
    var all: [Period] = []
    var day = zone.date(first).monthStart
    while day <= zone.date(asOf) {
      all.append(.month(of: day))
      day = day.nextMonthStart
    }
    var calendar = Calendar(starts: all.map { zone.start(of: $0.first) })
    calendar.mark(facts)
    months = zip(all, calendar.isCounted).filter(\.1).map(\.0)
  }

  /// Which months have been seen; it stops looking when all have.
  private struct Calendar {
    let starts: [Instant]
    var isCounted: [Bool]
    var missing: Int

    init(starts: [Instant]) {
      self.starts = starts
      isCounted = Array(repeating: false, count: starts.count)
      missing = starts.count
    }

    mutating func mark(_ facts: Facts) {
      for fact in facts.conversations where missing > 0 {
        mark(fact.group.startedAt)
        if let close = fact.group.closedAt { mark(close) }
      }
      for fact in facts.contacts where missing > 0 {
        if let end = fact.group.endedAt { mark(end) }
      }
    }

    private mutating func mark(_ instant: Instant) {
      let month = starts.indices.partitioningIndex { starts[$0] > instant } - 1
      guard isCounted.indices.contains(month), !isCounted[month] else { return }
      isCounted[month] = true
      missing -= 1
    }
  }
}
