import Diagnostics
import HTML
import Time

/// The Conversation Summary: a row a day, week or month with every column.
enum ConversationsSummary {
  static func report(_ context: ReportContext, _ options: [String: String]) throws(Diagnostics) -> Report {
    let unit = options["by"].flatMap(CalendarUnit.init) ?? .day
    let buckets = Buckets(context.page.period, by: unit)
    let all = context.conversations(closedIn: context.page.period)
    let table = BucketTable(
      context: context, id: "conversations-by-\(unit.rawValue)", words: "conversations.summary",
      measures: .conversationSummary, buckets: buckets,
      tallies: context.inBuckets(all, buckets) { $0.group.closedAt }.map { ClosedTally($0) }, total: ClosedTally(all),
      screen: BucketScreen(.conversationsByClose, context))
    let file = context.file("conversations-by-\(unit.rawValue).csv")
    return Report(
      .row, body: try SplitTable(whole: table, apart: apart).render(file: file),
      side: try context.paragraphs([context.sentence("conversations.summary.words.\(unit.rawValue)")]),
      files: [Report.File(address: file, bytes: table.csv)])
  }

  private static let apart: Set = [
    "multichannel", "sessions", "contacts", "channels", "agents", "reopened_by_customer", "reopened_by_team",
    "first_close_median", "first_close_p90", "closed_by_agent", "closed_by_customer", "closed_by_ai",
    "closed_by_system", "closed_by_window",
  ]
}
