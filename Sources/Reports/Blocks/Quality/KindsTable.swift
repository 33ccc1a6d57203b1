/// Kinds of records that are not known; they are kept as annotations.
struct KindsTable {
  let context: ReportContext

  var table: Table {
    let words = context.words
    return context.qualityTable(
      "kinds", [.head(words["quality.kinds.kind"]), .init(words["quality.kinds.records"], .number)],
      of: context.store.summary.unknownKinds
    ) { kind in
      Table.Row([.text(kind.name), .number(words.number(kind.count), kind.count)])
    }
  }
}
