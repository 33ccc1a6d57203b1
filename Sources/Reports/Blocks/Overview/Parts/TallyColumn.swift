import HTML
import Time

/// What a table says of each of its rows: a column, and its raw values in the CSV.
struct TallyColumn<Tally> {
  /// Names the column's words.
  let key: String
  let cell: (Tally, ReportContext) -> Table.Cell
  /// By name, in order.
  let fields: [(name: String, value: (Tally) -> CSVField)]
}

extension TallyColumn {
  static func count(_ key: String, _ value: @escaping (Tally) -> Int) -> TallyColumn {
    TallyColumn(
      key: key, cell: { tally, context in .number(context.words.number(value(tally)), value(tally)) },
      fields: [(key, { .number(value($0)) })])
  }

  /// A share; the CSV has the part, and the whole is a measure of its own.
  static func share(
    _ key: String, _ part: @escaping (Tally) -> Int, of whole: @escaping (Tally) -> Int
  ) -> TallyColumn {
    TallyColumn(
      key: key, cell: { tally, context in context.share(part(tally), of: whole(tally)) },
      fields: [(key, { .number(part($0)) })])
  }

  /// A sum per unit; the CSV has the sum.
  static func average(
    _ key: String, _ sum: @escaping (Tally) -> Int, of count: @escaping (Tally) -> Int
  ) -> TallyColumn {
    TallyColumn(
      key: key,
      cell: { tally, context in
        context.words.quotient(sum(tally), count(tally)).map {
          .text($0, sort: String(sum(tally) * 1000 / count(tally)))
        } ?? context.missing
      }, fields: [(key, { .number(sum($0)) })])
  }

  static func length(_ key: String, _ value: @escaping (Tally) -> Length?) -> TallyColumn {
    TallyColumn(
      key: key, cell: { tally, context in context.cell(value(tally)) },
      fields: [(key + "_seconds", { .length(value($0)) })])
  }
}

extension ReportContext {
  var missing: Table.Cell { .quiet(words["table.missing"], sort: "-1") }

  func cell(_ length: Length?) -> Table.Cell {
    length.map { .text(words.length($0), sort: String($0.milliseconds / 1000)) } ?? missing
  }

  func count(_ n: Int) -> Table.Cell { .number(words.number(n), n) }

  func share(_ part: Int, of whole: Int) -> Table.Cell {
    words.percent(part, of: whole).map { .text($0, sort: String(part * 100_000 / whole)) } ?? missing
  }
}
