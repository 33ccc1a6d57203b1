import Charts
import Diagnostics
import HTML
import Templating
import Time

/// How the page's Sessions spread over active time, messages and the hours of the day.
enum SessionsHistograms {
  static let figure = Schema("figure", [.markup("heading"), .text("summary"), .markup("chart")])
  static let schema = Schema("sessions-histograms", [.list("figures", figure)])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    guard case .day = context.page.subject else { return try made(context) }
    return try context.daySessions.report("sessions-histograms", context.page) { () throws(Diagnostics) in
      try made(context)
    }
  }

  private static func made(_ context: ReportContext) throws(Diagnostics) -> Report {
    let sessions = context.sessions(in: context.page.period)
    let tally = SessionTally(sessions)
    let figures = [SessionFigure.active, .messages, .hour]
    let body = try context.render("blocks/sessions_histograms", schema) { values in
      for figure in figures {
        let record = values.append(to: "figures", of: values.root)
        values.set("heading", of: record, markup: context.sentence("sessions.histogram.\(figure).heading"))
        values.set("summary", of: record, text: figure.summary(tally, context))
        values.set("chart", of: record, markup: figure.chart(sessions, context).render())
      }
    }
    return Report(.full, body: body)
  }
}

/// One of the three pictures: its name is that of its words.
private enum SessionFigure: String {
  case active, messages, hour
}

extension SessionFigure {
  func summary(_ tally: SessionTally, _ context: ReportContext) -> String {
    let words = context.words
    let key = "sessions.histogram.\(self).summary"
    guard self != .hour else { return words[key] }
    guard let median = tally.active.median, let longest = tally.active.most, let middle = tally.messages.median,
      let most = tally.messages.most
    else { return words["sessions.histogram.none"] }
    return self == .active
      ? words.fill(key, ["median": words.length(median), "most": words.length(longest)])
      : words.fill(key, ["median": words.number(middle), "most": words.number(most)])
  }

  func chart(_ sessions: some Sequence<SessionFact>, _ context: ReportContext) -> Histogram {
    let words = context.words
    let bins = bins
    var counts = Array(repeating: 0, count: bins.count)
    for session in sessions {
      let value = value(session, context)
      counts[(bins.lastIndex { $0 <= value }) ?? 0] += 1
    }
    let labels = bins.indices.map(label)
    let described = zip(labels, counts).map { label, count in
      words.fill("sessions.histogram.\(self).bin", ["bin": label, "count": words.number(count)])
    }
    return Histogram(
      caption: Caption(
        id: "sessions-\(self)", title: words["sessions.histogram.\(self).title"],
        description: words.fill("sessions.histogram.counts", ["counts": words.groups(described)])),
      role: .ai,
      bins: counts.indices.map { index in
        Histogram.Bin(
          count: counts[index], number: words.number(counts[index]), label: labels[index], title: described[index])
      })
  }

  /// Where each bin begins: minutes, messages, hours.
  private var bins: [Int] {
    switch self {
    case .active: [0, 2, 4, 6, 10, 15, 30, 60]
    case .messages: [0, 2, 3, 4, 6, 9, 13]
    case .hour: [0, 3, 6, 9, 12, 15, 18, 21]
    }
  }

  private func value(_ session: SessionFact, _ context: ReportContext) -> Int {
    switch self {
    case .active: Int(session.group.active.milliseconds / 60_000)
    case .messages: session.group.messages
    case .hour: context.zone.local(session.group.startedAt).millisecondOfDay / 3_600_000
    }
  }

  /// `6–9`, `2`, `60+`; an hour as on the clock.
  private func label(_ index: Int) -> String {
    let first = bins[index]
    if self == .hour { return first < 10 ? "0\(first)" : "\(first)" }
    guard index + 1 < bins.count else { return "\(first)+" }
    let last = bins[index + 1] - 1
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}
