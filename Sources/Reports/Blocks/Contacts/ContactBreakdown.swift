import Charts
import Diagnostics
import HTML

/// Contacts by something that they have in common, a row each, in the order given.
struct ContactBreakdown {
  struct Row {
    var name: String
    /// In the CSV, by the header's names.
    var ids: [CSVField]
    var tally: ContactTally
  }

  let context: ReportContext
  /// `contacts.channels` or `contacts.agents`: caption, unit, name, note.
  let words: String
  let rows: [Row]
  let total: ContactTally
  let isSortedByName: Bool
}

extension ContactBreakdown {
  func table(id: String, file: String) -> Table {
    let strips = WaitStrips(rows.map(\.tally.firstReplies), context)
    let most = rows.map(\.tally.ended).max() ?? 0
    var table = Table(id: id, caption: context.words[words + ".caption"], columns: columns(strips))
    table.isSortable = true
    table.rows = rows.map { row($0.name, $0.tally, bar($0.tally, most: most), strips.cell($0.tally.firstReplies)) }
    table.totals = row(context.words["overview.bucket.total"], total, .text(""), .text(""))
    table.downloads = [context.download(file)]
    table.note = context.sentence(words + ".note")
    table.facts = context.facts(unit: context.words[words + ".unit"], anchor: context.words["contacts.summary.anchor"])
    return table
  }

  func csv(header: [String]) -> [UInt8] {
    let fields = [TallyColumn<ContactTally>].contactSummary.flatMap(\.fields)
    var csv = CSVWriter(header: header + fields.map(\.name))
    for row in rows { csv.append(row.ids + fields.map { $0.value(row.tally) }) }
    return csv.bytes
  }

  /// The legend of the bars, left to right.
  static func legend(_ context: ReportContext) throws(Diagnostics) -> Markup {
    let entries = ContactOrigins.series(context).map { Legend.Entry(role: $0.role, words: $0.words) }
    return try Legend(entries: entries).render(context)
  }
}

extension ContactBreakdown {
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

  private func row(_ name: String, _ tally: ContactTally, _ bar: Table.Cell, _ strip: Table.Cell) -> Table.Row {
    Table.Row([
      .text(name), context.count(tally.ended), bar, context.count(tally.unanswered),
      context.cell(tally.firstReplies.median), strip, context.count(tally.firstReplies.count),
      context.cell(tally.handling.median),
    ])
  }

  private func bar(_ tally: ContactTally, most: Int) -> Table.Cell {
    let segments: [CellBar.Segment] = [.init(tally.handedOff, .both), .init(tally.direct + tally.outbound, .team)]
    return .markup(CellBar(segments: segments, most: most).render())
  }
}
