import HTML
import Time

/// A table with a row a day, week or month of the page's period, and the same rows as CSV.
struct BucketTable<Tally> {
  let context: ReportContext
  /// The table's id; the words are below `words`.
  let id: String
  /// Has `caption.day`, `unit.day`, `anchor`, and `column` with the measures' titles.
  let words: String
  let measures: [TallyColumn<Tally>]
  let buckets: Buckets
  let tallies: [Tally]
  let total: Tally
  /// Nil for an audience that is told every number.
  var screen: BucketScreen?
}

extension BucketTable {
  /// - Parameter file: the address of the CSV.
  func table(file: String) -> Table {
    let words = context.words
    var table = Table(
      id: id, caption: words["\(self.words).caption.\(buckets.unit.rawValue)"],
      columns: [.head(words["overview.bucket.\(buckets.unit.rawValue)"], isSticky: true)]
        + measures.map { column($0) })
    table.rows = buckets.spans.indices.map { row($0) }
    table.totals = Table.Row([.text(words["overview.bucket.total"])] + measures.map { totalCell($0) })
    table.downloads = [context.download(file)]
    table.facts = context.facts(
      unit: words["\(self.words).unit.\(buckets.unit.rawValue)"], anchor: words["\(self.words).anchor"])
    return context.noted(table)
  }

  var csv: [UInt8] {
    let fields = measures.flatMap(\.fields)
    let days = buckets.unit == .day ? ["day"] : ["first_day", "last_day"]
    var csv = CSVWriter(header: days + fields.map(\.name))
    for (span, tally) in zip(buckets.spans, tallies) where isCovered(span) {
      let days = buckets.unit == .day ? [span.first] : [span.first, span.last]
      csv.append(days.map { .id($0.description) } + measures.flatMap { values($0, tally, span) })
    }
    return csv.bytes
  }
}

extension BucketTable {
  private func column(_ measure: TallyColumn<Tally>) -> Table.Column {
    let key = "\(words).column.\(measure.key)"
    var column = Table.Column(context.words[key], .number)
    if context.words[key].contains("](") { column.titleMarkup = context.sentence(key) }
    return column
  }

  private func row(_ index: Int) -> Table.Row {
    let span = buckets.spans[index]
    let cells = measures.map { measure in
      isCovered(span)
        ? context.cell(isHidden(measure, span), measure.cell(tallies[index], context)) : context.missing
    }
    return Table.Row([.text(context.name(of: span, by: buckets.unit))] + cells)
  }

  private func totalCell(_ measure: TallyColumn<Tally>) -> Table.Cell {
    context.cell(screen?.hidesTotal(measure.key) ?? false, measure.cell(total, context))
  }

  private func values(_ measure: TallyColumn<Tally>, _ tally: Tally, _ span: Period) -> [CSVField] {
    measure.fields.map { isHidden(measure, span) ? .hidden : $0.value(tally) }
  }

  private func isHidden(_ measure: TallyColumn<Tally>, _ span: Period) -> Bool {
    screen?.hides(measure.key, in: span) ?? false
  }

  private func isCovered(_ span: Period) -> Bool {
    span.first <= context.covered.last && span.last >= context.covered.first
  }
}

extension ReportContext {
  /// `Mon 1 Sep`, `1 Sep – 7 Sep`, `September 2025`; marked if the data ends within it.
  func name(of span: Period, by unit: CalendarUnit) -> String {
    let isOver = !(span.first...span.last).contains(zone.date(asOf)) || !isUnfinished(zone.date(asOf))
    let name =
      switch unit {
      case .day: words.day(span.first)
      case .week:
        span.days == 1
          ? words.shortDay(span.first)
          : words.fill(
            "overview.bucket.days", ["first": words.shortDay(span.first), "last": words.shortDay(span.last)])
      case .month: words.month(span.first)
      }
    return isOver ? name : words.fill("overview.bucket.unfinished", ["bucket": name])
  }

  /// The address of a file in the page's folder.
  func file(_ name: String) -> String {
    let folder = page.address.utf8.lastIndex(of: UInt8(ascii: "/")).map { page.address[...$0] } ?? ""
    return folder + name
  }
}
