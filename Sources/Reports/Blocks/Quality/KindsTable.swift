/// Kinds of records that are not known; they are kept as annotations.
struct KindsTable {
  let context: ReportContext

  static let address = "unknown-kinds.csv"

  var table: Table {
    let words = context.words
    var table = context.qualityTable(
      "kinds", [.head(words["quality.kinds.kind"]), .init(words["quality.kinds.records"], .number)],
      of: context.store.summary.unknownKinds
    ) { kind in
      Table.Row([.text(kind.name), .number(words.number(kind.count), kind.count)])
    }
    table.downloads = [context.download(KindsTable.address)]
    return table
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["kind", "records"])
    for kind in context.store.summary.unknownKinds { csv.append([.text(kind.name), .number(kind.count)]) }
    return Report.File(address: KindsTable.address, bytes: csv.bytes)
  }
}
