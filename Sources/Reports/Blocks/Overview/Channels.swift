import Charts
import Diagnostics
import Grouping
import HTML
import Time

/// Conversations by the channel on which they began, with what is inside them: one anchor for the whole row.
enum Channels {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let tallies = tallies(context)
    let screen = ChannelScreen(tallies.map(\.channel), context)
    if screen?.isLeftOut == true { return try context.leftOut() }
    let file = context.file("overview-channels.csv")
    let table = table(tallies, screen, file: file, context)
    return Report(
      .row, body: try context.render(context.noted(table)), side: try side(tallies, screen, context),
      files: [Report.File(address: file, bytes: csv(tallies, screen, context))])
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
    // The order of numbers would tell of those that are hidden.
    if context.hidesFew { return tallies.filter { $0.paths.total > 0 } }
    return tallies.filter { $0.paths.total > 0 }.sorted { ($1.paths.total, $0.channel) < ($0.paths.total, $1.channel) }
  }

  private static func table(
    _ tallies: [Tally], _ screen: ChannelScreen?, file: String, _ context: ReportContext
  ) -> Table {
    let words = context.words
    func column(_ key: String, _ kind: Table.Column.Kind = .number) -> Table.Column {
      Table.Column(words["overview.channels.column.\(key)"], kind, sort: .possible)
    }
    var conversations = column("conversations")
    conversations.sort = context.hidesFew ? .possible : .descending
    let bars = Table.Column(words["overview.channels.column.bars"], classes: ["barcol"])
    var table = Table(
      id: "channels-table", caption: words["overview.channels.caption"],
      columns: [.head(words["overview.channels.column.channel"], sort: .possible), bars, conversations]
        + ["sessions", "contacts", "unanswered", "rate", "reply", "replies"].map { column($0) })
    table.isSortable = true
    let isBarred = tallies.indices.map { screen?.tellsPaths(row: $0) ?? true }
    let most = zip(tallies, isBarred).filter(\.1).map(\.0.paths.total).max() ?? 0
    table.rows = tallies.indices.map { place in
      row(tallies[place], isBarred: isBarred[place], most: most, context) { screen?.hides($0, row: place) ?? false }
    }
    table.downloads = [context.download(file)]
    table.note = context.sentence("overview.channels.note")
    table.facts = context.facts(unit: words["overview.channels.unit"], anchor: words["overview.anchor"])
    return table
  }

  private static func row(
    _ tally: Tally, isBarred: Bool, most: Int, _ context: ReportContext, _ hides: (String) -> Bool
  ) -> Table.Row {
    let bar = CellBar(
      segments: [
        .init(tally.paths[.aiOnly], .ai), .init(tally.paths.both, .both), .init(tally.paths[.teamOnly], .team),
      ], most: most)
    return Table.Row([
      .text(context.shownChannel(tally.channel)), isBarred ? .markup(bar.render()) : .text(""),
      context.cell(hides("conversations"), context.count(tally.paths.total)),
      context.cell(hides("sessions"), context.count(tally.sessions)),
      context.cell(hides("contacts"), context.count(tally.contacts)),
      context.cell(hides("unanswered"), context.count(tally.unanswered)),
      context.cell(hides("rate"), context.share(tally.handedOff, of: tally.sessions)),
      context.cell(hides("first_replies"), context.cell(tally.medianReply)),
      context.cell(hides("first_replies"), context.count(tally.replies.count)),
    ])
  }

  private static func side(
    _ tallies: [Tally], _ screen: ChannelScreen?, _ context: ReportContext
  ) throws(Diagnostics) -> Markup {
    let told = tallies.indices.filter { screen?.hides("first_replies", row: $0) != true }.map { tallies[$0] }
    let replied = told.compactMap { tally in tally.medianReply.map { (tally.channel, $0) } }
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

  private static func csv(_ tallies: [Tally], _ screen: ChannelScreen?, _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "channel", "conversations", "ai_only", "ai_then_team", "team_then_ai", "team_only", "neither", "sessions",
      "handed_off", "contacts", "contacts_unanswered", "first_reply_median_seconds", "first_replies",
    ])
    let paths: KeyValuePairs<String, ConversationPath> = [
      "ai_only": .aiOnly, "ai_then_team": .aiThenTeam, "team_then_ai": .teamThenAI, "team_only": .teamOnly,
      "neither": .neither,
    ]
    for (place, tally) in tallies.enumerated() {
      let fields: [(String, CSVField)] =
        [("conversations", .number(tally.paths.total))] + paths.map { ($0, .number(tally.paths[$1])) } + [
          ("sessions", .number(tally.sessions)), ("rate", .number(tally.handedOff)),
          ("contacts", .number(tally.contacts)), ("unanswered", .number(tally.unanswered)),
          ("first_replies", .length(tally.medianReply)), ("first_replies", .number(tally.replies.count)),
        ]
      csv.append(
        [.text(context.store.channels[Int(tally.channel)])]
          + fields.map { screen?.hides($0, row: place) == true ? .hidden : $1 })
    }
    return csv.bytes
  }
}
