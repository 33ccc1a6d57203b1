import Diagnostics
import Grouping
import HTML
import Time

/// From a hand-off to the first message of a person, by the channel of the Contact that it began.
enum TeamWait {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let contacts = handedOver(context)
    let all = Tally(channel: nil, contacts, context)
    let rows = rows(contacts, context)
    let screen = RowScreen(rows.map(\.contacts), [.origins], context)
    let file = context.file("overview-team-wait.csv")
    return Report(
      .row, body: try context.render(context.noted(table(rows, all, screen, file: file, context))),
      side: try side(all, screen, context), files: [Report.File(address: file, bytes: csv(rows, screen, context))])
  }
}

extension TeamWait {
  private struct Tally {
    /// Nil for all together.
    let channel: UInt16?
    let contacts: FactRun<ContactFact>
    let handoffs: Int
    /// Those without a record of their own: the agent's first message stands for them.
    let unrecorded: Int
    let waits: Sample<Length>

    init(channel: UInt16?, _ contacts: FactRun<ContactFact>, _ context: ReportContext) {
      self.channel = channel
      self.contacts = contacts
      unrecorded = contacts.count {
        let opener = context.store.events[$0.group.opener]
        return opener.kind == .message && opener.actor == .agent
      }
      handoffs = contacts.count
      waits = Sample(contacts.compactMap(\.firstReply))
    }

    var unanswered: Int { handoffs - waits.count }
  }

  /// The Contacts that hand-offs began, in Conversations that began in the page's period.
  private static func handedOver(_ context: ReportContext) -> FactRun<ContactFact> {
    context.contacts(inConversationsStartedIn: context.page.period).filter { $0.group.origin == .handoff }
  }

  /// The channel with the most hand-offs first.
  private static func rows(_ contacts: FactRun<ContactFact>, _ context: ReportContext) -> [Tally] {
    let channels = contacts.grouped { CollectionOfOne($0.group.channel) }.map {
      Tally(channel: $0.key, $0.value, context)
    }
    // The order of numbers would tell of those that are hidden.
    guard !context.hidesFew else { return channels.sorted { $0.channel ?? 0 < $1.channel ?? 0 } }
    return channels.sorted { ($1.handoffs, $0.channel ?? 0) < ($0.handoffs, $1.channel ?? 0) }
  }

  private static func table(
    _ rows: [Tally], _ all: Tally, _ screen: RowScreen?, file: String, _ context: ReportContext
  ) -> Table {
    let words = context.words
    let told = rows.indices.filter { screen?.hides("first_replies", row: $0) != true }.map { rows[$0].waits }
    let strips = WaitStrips(told + (screen?.hidesTotal("first_replies") == true ? [] : [all.waits]), context)
    func column(_ key: String) -> Table.Column { Table.Column(words["overview.wait.column.\(key)"], .number) }
    var table = Table(
      id: "team-wait-table", caption: words["overview.wait.caption"],
      columns: [
        .head(words["overview.wait.column.channel"]), column("handoffs"), column("answered"), column("unanswered"),
        column("median"), strips.column(words["overview.wait.column.strip"]), column("p90"),
      ])
    table.rows = rows.indices.map { place in
      row(rows[place], strips, context) { screen?.hides($0, row: place) ?? false }
    }
    table.totals = row(all, strips, context) { screen?.hidesTotal($0) ?? false }
    table.downloads = [context.download(file)]
    table.facts = context.facts(unit: words["overview.wait.unit"], anchor: words["overview.wait.anchor"])
    return table
  }

  private static func row(
    _ tally: Tally, _ strips: WaitStrips, _ context: ReportContext, _ hides: (String) -> Bool
  ) -> Table.Row {
    Table.Row([
      .text(tally.channel.map(context.shownChannel) ?? context.words["overview.wait.all"]),
      context.cell(hides("contacts"), context.count(tally.handoffs)),
      context.cell(hides("answered"), context.count(tally.waits.count)),
      context.cell(hides("unanswered"), context.count(tally.unanswered)),
      context.cell(hides("first_replies"), context.cell(tally.waits.median)),
      hides("first_replies") ? .text("") : strips.cell(tally.waits),
      context.cell(hides("first_replies"), context.cell(tally.waits.p90)),
    ])
  }

  private static func side(
    _ all: Tally, _ screen: RowScreen?, _ context: ReportContext
  ) throws(Diagnostics) -> Markup {
    let words = context.words
    if screen?.hidesTotal("answered") == true || screen?.hidesTotal("unanswered") == true {
      return try context.paragraphs([], notes: [context.sentence("overview.strip.note")])
    }
    guard let median = all.waits.median, let p90 = all.waits.p90 else {
      let key = all.handoffs == 0 ? "overview.wait.none" : "overview.wait.unanswered"
      return try context.paragraphs([context.sentence(key)])
    }
    return try context.paragraphs(
      [
        context.sentence(
          "overview.wait.words",
          [
            "median": words.length(median), "p90": words.length(p90), "n": words.number(all.waits.count),
            "unanswered": words.number(all.unanswered),
          ])
      ],
      notes: [
        all.unrecorded == 0 || context.hidesFew
          ? Markup()
          : context.sentence(
            context.form("overview.wait.unrecorded", all.unrecorded), ["n": words.number(all.unrecorded)]),
        context.sentence("overview.strip.note"),
      ])
  }

  private static func csv(_ rows: [Tally], _ screen: RowScreen?, _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "channel", "handoffs", "answered", "unanswered", "wait_median_seconds", "wait_p90_seconds",
    ])
    for (place, tally) in rows.enumerated() {
      let fields: [(String, CSVField)] = [
        ("contacts", .number(tally.handoffs)), ("answered", .number(tally.waits.count)),
        ("unanswered", .number(tally.unanswered)), ("first_replies", .length(tally.waits.median)),
        ("first_replies", .length(tally.waits.p90)),
      ]
      csv.append(
        [.text(tally.channel.map { context.store.channels[Int($0)] } ?? "")]
          + fields.map { screen?.hides($0, row: place) == true ? .hidden : $1 })
    }
    return csv.bytes
  }
}
