import Grouping
import HTML
import Time
import Wording

/// The table of a day's Sessions as a reader sees it; all columns are in its CSV.
struct SessionsTable {
  let context: ReportContext
  /// A page's.
  let sessions: [SessionFact]

  var table: Table {
    var table = Table(id: "sessions", caption: words["sessions.detail.caption"], columns: columns)
    table.isLong = true
    table.isSortable = true
    let longest = sessions.map(\.group.active.milliseconds).max() ?? 0
    table.lines = TableLines(count: sessions.count) { [context, sessions] filler, values in
      var rows = SessionRows(context: context, filler: filler, longest: Double(longest))
      let fetch = SessionFetch(context)
      for start in stride(from: 0, to: sessions.count, by: SessionFetch.rows) {
        let some = sessions[start..<min(sessions.count, start + SessionFetch.rows)]
        fetch.fetch(some)
        for session in some { rows.add(session, to: &values) }
      }
    }
    table.filters = filters
    table.note = context.sentence("sessions.detail.note")
    table.facts = SessionsTable.facts(context)
    return table
  }

  static func facts(_ context: ReportContext) -> String {
    context.facts(unit: context.words["sessions.unit"], anchor: context.words["sessions.anchor"])
  }
}

extension SessionsTable {
  private var words: Words { context.words }

  private var columns: [Table.Column] {
    func title(_ key: String) -> String { words["sessions.detail." + key] }
    var bar = Table.Column(title("bar"), classes: ["dur"])
    bar.titleIsHidden = true
    var columns: [Table.Column] = [
      .head(title("session"), sort: .possible, isSticky: true), .init(title("customer"), sort: .possible),
    ]
    if context.hasBrands { columns.append(.init(title("brand"), sort: .possible)) }
    columns += [
      .init(title("channel"), sort: .possible, classes: ["named"]), .init(title("started"), .number, sort: .ascending),
      .init(title("ended"), .number, sort: .possible), .init(title("how"), sort: .possible),
      .init(title("messages"), .number, sort: .possible), .init(title("active"), .number, sort: .possible), bar,
      .init(title("duration"), .number, sort: .possible), .init(title("handed_off"), sort: .possible),
      .init(title("conversation"), sort: .possible),
    ]
    return columns
  }

  private var filters: TableFilters {
    let channels = Set(sessions.map(\.group.channel)).map {
      (context.store.channels[Int($0)], context.shownChannel($0))
    }
    let reasons = [Groups.SessionEnd.inactivity, .handoff, .ended, .closed, nil].filter { reason in
      sessions.contains { $0.group.endReason == reason }
    }
    return TableFilters(
      search: words["sessions.detail.search"],
      choices: [
        .init(
          name: "channel", label: words["sessions.detail.channel"],
          options: channels.sorted { $0 < $1 }.map { .init($0.0, $0.1) }),
        .init(
          name: "how", label: words["sessions.detail.how"],
          options: reasons.map { .init($0?.rawValue ?? "open", context.sessionEnd($0, brand: "")) }),
      ], noun: words[context.form("sessions.detail.noun", sessions.count)])
  }
}

extension ReportContext {
  /// How a Session ended, as the words of its brand's rules say it; nil where it is open.
  func sessionEnd(_ reason: Groups.SessionEnd?, brand: String) -> String {
    guard let reason else { return words["sessions.end.open"] }
    let timeout = rules.rules(for: brand).sessionTimeout
    guard reason == .inactivity, let timeout else { return words["sessions.end." + reason.rawValue] }
    return words.fill("sessions.end.inactivity", ["length": words.length(timeout)])
  }
}
