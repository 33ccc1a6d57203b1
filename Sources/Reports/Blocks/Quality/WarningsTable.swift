/// What reading warned of, in the order of files.
struct WarningsTable {
  let context: ReportContext

  var table: Table {
    context.qualityTable(
      "warnings", [.head(context.words["quality.warnings.warning"], classes: ["long"])],
      of: context.store.summary.warnings
    ) { Table.Row([.text($0)]) }
  }
}
