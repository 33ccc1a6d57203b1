/// What reading warned of, in the order of files.
struct WarningsTable {
  let context: ReportContext

  static let address = "warnings.csv"

  var table: Table {
    var table = context.qualityTable(
      "warnings", [.head(context.words["quality.warnings.warning"], classes: ["long"])],
      of: context.store.summary.notes
    ) { Table.Row([.text(context.text($0))]) }
    table.downloads = [context.download(WarningsTable.address)]
    return table
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["warning"])
    for warning in context.store.summary.warnings { csv.append([.text(warning)]) }
    return Report.File(address: WarningsTable.address, bytes: csv.bytes)
  }
}
