import Charts
import Diagnostics
import Grouping
import HTML
import Time

/// Conversations by the channel on which they began, with what is inside them: one anchor for the whole row.
enum Channels {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let tallies = tallies(context)
    let file = context.file("overview-channels.csv")
    let table = table(tallies, file: file, context)
    return Report(
      .row, body: try context.render(table), side: try side(tallies, context),
      files: [Report.File(address: file, bytes: csv(tallies, context))])
  }
}

extension Channels {
  /// Conversations that began on one channel, and their Sessions and Contacts on whatever channel.
  private struct Tally {
    var channel: UInt16
    var paths = PathTally()
    var sessions = 0
    var handedOff = 0
    var contacts = 0
    var unanswered = 0
    var replies: [Length] = []
    var medianReply: Length?
  }

  /// The channel with the most Conversations first.
  private static func tallies(_ context: ReportContext) -> [Tally] {
    let facts = context.facts
    let period = context.page.period
    var tallies = context.store.channels.indices.map { Tally(channel: UInt16($0)) }
    for fact in context.conversations(startedIn: period) {
      tallies[Int(fact.channel)].paths.add(fact)
    }
    for session in context.sessions(inConversationsStartedIn: period) {
      let conversation = facts.conversations[session.group.conversation]
      tallies[Int(conversation.channel)].sessions += 1
      if session.group.endReason == .handoff { tallies[Int(conversation.channel)].handedOff += 1 }
    }
    for contact in context.contacts(inConversationsStartedIn: period) {
      let conversation = facts.conversations[contact.group.conversation]
      tallies[Int(conversation.channel)].contacts += 1
      if !contact.answered { tallies[Int(conversation.channel)].unanswered += 1 }
      if contact.inbound, let reply = contact.firstReply {
        tallies[Int(conversation.channel)].replies.append(reply)
      }
    }
    for index in tallies.indices { tallies[index].medianReply = Sample(tallies[index].replies).median }
    return tallies.filter { $0.paths.total > 0 }.sorted { ($1.paths.total, $0.channel) < ($0.paths.total, $1.channel) }
  }

  private static func table(_ tallies: [Tally], file: String, _ context: ReportContext) -> Table {
    let words = context.words
    func column(_ key: String, _ kind: Table.Column.Kind = .number) -> Table.Column {
      Table.Column(words["overview.channels.column.\(key)"], kind, sort: .possible)
    }
    var conversations = column("conversations")
    conversations.sort = .descending
    let bars = Table.Column(words["overview.channels.column.bars"], classes: ["barcol"])
    var table = Table(
      id: "channels-table", caption: words["overview.channels.caption"],
      columns: [.head(words["overview.channels.column.channel"], sort: .possible), bars, conversations]
        + ["sessions", "contacts", "unanswered", "rate", "reply", "replies"].map { column($0) })
    table.isSortable = true
    let most = tallies.map(\.paths.total).max() ?? 0
    table.rows = tallies.map { row($0, most: most, context) }
    table.downloads = [context.download(file)]
    table.note = context.sentence("overview.channels.note")
    table.facts = context.facts(unit: words["overview.channels.unit"], anchor: words["overview.anchor"])
    return table
  }

  private static func row(_ tally: Tally, most: Int, _ context: ReportContext) -> Table.Row {
    let bar = CellBar(
      segments: [
        .init(tally.paths[.aiOnly], .ai), .init(tally.paths.both, .both), .init(tally.paths[.teamOnly], .team),
      ], most: most)
    return Table.Row([
      .text(context.shownChannel(tally.channel)), .markup(bar.render()), context.count(tally.paths.total),
      context.count(tally.sessions), context.count(tally.contacts), context.count(tally.unanswered),
      context.share(tally.handedOff, of: tally.sessions), context.cell(tally.medianReply),
      context.count(tally.replies.count),
    ])
  }

  private static func side(_ tallies: [Tally], _ context: ReportContext) throws(Diagnostics) -> Markup {
    let replied = tallies.compactMap { tally in tally.medianReply.map { (tally.channel, $0) } }
    let fastest = replied.min { ($0.1, $0.0) < ($1.1, $1.0) }
    let slowest = replied.max { ($0.1, $1.0) < ($1.1, $0.0) }
    var sentences: [Markup] = []
    if let fastest, let slowest, fastest.0 != slowest.0 {
      sentences.append(
        context.sentence(
          "overview.channels.replies",
          [
            "fast": context.shownChannel(fastest.0), "short": context.words.length(fastest.1),
            "slow": context.shownChannel(slowest.0), "long": context.words.length(slowest.1),
          ]))
    }
    let entries = context.pathSeries(hasNeither: false).map { Legend.Entry(role: $0.role, words: $0.words) }
    return try context.paragraphs(sentences) + Legend(entries: entries).render(context)
  }

  private static func csv(_ tallies: [Tally], _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "channel", "conversations", "ai_only", "ai_then_team", "team_then_ai", "team_only", "neither", "sessions",
      "handed_off", "contacts", "contacts_unanswered", "first_reply_median_seconds", "first_replies",
    ])
    for tally in tallies {
      csv.append(
        [.text(context.store.channels[Int(tally.channel)]), .number(tally.paths.total)]
          + ConversationPath.allCases.map { .number(tally.paths[$0]) } + [
            .number(tally.sessions), .number(tally.handedOff), .number(tally.contacts), .number(tally.unanswered),
            .length(tally.medianReply), .number(tally.replies.count),
          ])
    }
    return csv.bytes
  }
}
