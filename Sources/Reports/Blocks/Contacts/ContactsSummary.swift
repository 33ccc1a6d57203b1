import Diagnostics
import HTML
import Time

/// The Contact Summary: a row a day, week or month with every column.
enum ContactsSummary {
  static func report(_ context: ReportContext, _ options: [String: String]) throws(Diagnostics) -> Report {
    let unit = options["by"].flatMap(CalendarUnit.init) ?? .day
    let buckets = Buckets(context.page.period, by: unit)
    let contacts = context.contacts(endedIn: context.page.period)
    let table = BucketTable(
      context: context, id: "contacts-by-\(unit.rawValue)", words: "contacts.summary", measures: .contactSummary,
      buckets: buckets,
      tallies: context.inBuckets(contacts, buckets) { $0.group.endedAt }.map { ContactTally($0, context.facts) },
      total: ContactTally(contacts, context.facts), screen: BucketScreen(.contactsByEnd, context))
    let file = context.file("contacts-by-\(unit.rawValue).csv")
    return Report(
      .row, body: try SplitTable(whole: table, apart: apart).render(file: file),
      side: try context.paragraphs([context.sentence("contacts.summary.words.\(unit.rawValue)")]),
      files: [Report.File(address: file, bytes: table.csv)])
  }

  private static let apart: Set = [
    "inbound", "messages", "agents", "ended_by_ended", "ended_by_closed", "ended_by_inactivity", "ended_by_lapsed",
    "ended_by_window",
  ]
}
