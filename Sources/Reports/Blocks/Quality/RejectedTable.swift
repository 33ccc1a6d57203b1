import Events

/// The rejected records themselves; those that do not fit on the page are in the CSV.
struct RejectedTable {
  let context: ReportContext

  static let address = "rejected.csv"

  var table: Table {
    let words = context.words
    var columns: [Table.Column] = [.head(words["quality.rejected.file"], sort: .possible)]
    columns += [
      .init(words["quality.rejected.line"], .number, sort: .possible),
      .init(words["quality.rejected.offset"], .number), .init(words["quality.rejected.reason"], classes: ["long"]),
      .init(words["quality.rejected.text"], classes: ["long"]),
    ]
    var table = context.qualityTable("rejected", columns, of: context.store.summary.rejected) { rejected in
      Table.Row([
        .text(rejected.file), .number(words.number(rejected.line), rejected.line),
        .text(words.number(rejected.offset)), .text(context.text(rejected.cause)),
        .id(context.beginning(of: rejected.text, 120)),
      ])
    }
    table.isSortable = true
    table.downloads = [context.download(RejectedTable.address)]
    return table
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["file", "line", "offset", "reason", "text"])
    for rejected in context.store.summary.rejected {
      csv.append([
        .text(rejected.file), .number(rejected.line), .number(rejected.offset), .text(rejected.reason),
        .text(rejected.text),
      ])
    }
    return Report.File(address: RejectedTable.address, bytes: csv.bytes)
  }
}
