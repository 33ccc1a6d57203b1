import Events

/// The files that were read, in the order in which they count.
struct FilesTable {
  let context: ReportContext

  static let address = "files.csv"

  var table: Table {
    let words = context.words
    var columns: [Table.Column] = [.head(words["quality.files.file"], sort: .possible, isSticky: true)]
    columns += ["records", "rejected", "duplicates", "restated", "bytes"].map {
      .init(words["quality.files." + $0], .number, sort: .possible)
    }
    let summary = context.store.summary
    var table = context.qualityTable("files", columns, of: summary.files) { file in
      row(file.path, [file.records, file.rejected, file.duplicates, file.restated, file.bytes])
    }
    table.isSortable = true
    table.totals = row(
      words["quality.files.total"],
      [
        summary.records, summary.rejected.count, summary.duplicates, summary.restated,
        summary.files.reduce(0) { $0 + $1.bytes },
      ])
    table.downloads = [context.download(FilesTable.address)]
    return table
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["file", "records", "rejected", "duplicates", "restated", "bytes"])
    for file in context.store.summary.files {
      csv.append([
        .text(file.path), .number(file.records), .number(file.rejected), .number(file.duplicates),
        .number(file.restated), .number(file.bytes),
      ])
    }
    return Report.File(address: FilesTable.address, bytes: csv.bytes)
  }

  private func row(_ name: String, _ numbers: [Int]) -> Table.Row {
    Table.Row([.text(name)] + numbers.map { .number(context.words.number($0), $0) })
  }
}
