import Charts
import Diagnostics
import HTML

/// Contacts by something that they have in common, a row each, in the order given.
struct ContactBreakdown {
  struct Row {
    var name: String
    /// In the CSV, by the header's names.
    var ids: [CSVField]
    var contacts: FactRun<ContactFact>
    var tally: ContactTally

    init(name: String, ids: [CSVField], _ contacts: FactRun<ContactFact>, _ facts: Facts) {
      self.name = name
      self.ids = ids
      self.contacts = contacts
      tally = ContactTally(contacts, facts)
    }
  }

  let context: ReportContext
  /// `contacts.channels` or `contacts.agents`: caption, unit, name, note.
  let words: String
  let rows: [Row]
  let total: ContactTally
  let isSortedByName: Bool
  /// Nil for an audience that is told every number.
  private let screen: RowScreen?

  init(
    context: ReportContext, words: String, rows: [Row], total: ContactTally, isSortedByName: Bool
  ) {
    self.context = context
    self.words = words
    self.rows = rows
    self.total = total
    self.isSortedByName = isSortedByName
    screen = RowScreen(rows.map(\.contacts), [.origins, .ends], context)
  }
}

extension ContactBreakdown {
  func table(id: String, file: String) -> Table {
    let told = rows.indices.filter { !hides("first_replies", $0) }
    let strips = WaitStrips(told.map { rows[$0].tally.firstReplies }, context)
    let most = rows.indices.filter { isBarred($0) }.map { rows[$0].tally.ended }.max() ?? 0
    var table = Table(id: id, caption: context.words[words + ".caption"], columns: columns(strips))
    table.isSortable = true
    table.rows = rows.indices.map { place in
      let tally = rows[place].tally
      return row(
        rows[place].name, tally, isBarred(place) ? bar(tally, most: most) : .text(""),
        hides("first_replies", place) ? .text("") : strips.cell(tally.firstReplies)
      ) { hides($0, place) }
    }
    table.totals = row(context.words["overview.bucket.total"], total, .text(""), .text("")) {
      screen?.hidesTotal($0) ?? false
    }
    table.downloads = [context.download(file)]
    table.note = context.sentence(words + ".note")
    table.facts = context.facts(unit: context.words[words + ".unit"], anchor: context.words["contacts.summary.anchor"])
    return context.noted(table)
  }

  func csv(header: [String]) -> [UInt8] {
    let columns = [TallyColumn<ContactTally>].contactSummary
    var csv = CSVWriter(header: header + columns.flatMap(\.fields).map(\.name))
    for (place, row) in rows.enumerated() {
      let values = columns.flatMap { column in
        column.fields.map { hides(column.key, place) ? .hidden : $0.value(row.tally) }
      }
      csv.append(row.ids + values)
    }
    return csv.bytes
  }

  /// The legend of the bars, left to right.
  static func legend(_ context: ReportContext) throws(Diagnostics) -> Markup {
    let entries = ContactOrigins.series(context).map { Legend.Entry(role: $0.role, words: $0.words) }
    return try Legend(entries: entries).render(context)
  }
}

extension ContactBreakdown {
  private func hides(_ key: String, _ row: Int) -> Bool { screen?.hides(key, row: row) ?? false }

  /// Whether all that a row's bar shows is told.
  private func isBarred(_ row: Int) -> Bool { !hides("ended", row) && !hides("handed_off", row) }

  private func columns(_ strips: WaitStrips) -> [Table.Column] {
    func column(_ key: String, _ sort: Table.Column.Sort = .possible) -> Table.Column {
      Table.Column(context.words["contacts.breakdown." + key], .number, sort: sort)
    }
    return [
      .head(context.words[words + ".name"], sort: isSortedByName ? .ascending : .possible, isSticky: true),
      column("contacts", isSortedByName ? .possible : .descending),
      Table.Column(context.words["contacts.breakdown.bars"], classes: ["barcol"]), column("unanswered"),
      column("reply"), strips.column(context.words["contacts.breakdown.strip"]), column("replies"), column("handling"),
    ]
  }

  private func row(
    _ name: String, _ tally: ContactTally, _ bar: Table.Cell, _ strip: Table.Cell, _ hides: (String) -> Bool
  ) -> Table.Row {
    Table.Row([
      .text(name), context.cell(hides("ended"), context.count(tally.ended)), bar,
      context.cell(hides("unanswered"), context.count(tally.unanswered)),
      context.cell(hides("first_reply_median"), context.cell(tally.firstReplies.median)), strip,
      context.cell(hides("first_replies"), context.count(tally.firstReplies.count)),
      context.cell(hides("handling_median"), context.cell(tally.handling.median)),
    ])
  }

  private func bar(_ tally: ContactTally, most: Int) -> Table.Cell {
    let segments: [CellBar.Segment] = [.init(tally.handedOff, .both), .init(tally.direct + tally.outbound, .team)]
    return .markup(CellBar(segments: segments, most: most).render())
  }
}
