import Events

/// Rejected records by reason, the most frequent first, each with the first one.
struct ReasonsTable {
  let context: ReportContext

  var table: Table {
    let words = context.words
    var columns: [Table.Column] = [
      .head(words["quality.reasons.reason"]), .init(words["quality.reasons.rows"], .number),
      .init(words["quality.reasons.first"], classes: ["long"]),
    ]
    columns[0].classes = ["long"]
    var table = context.qualityTable("reasons", columns, of: reasons) { reason in
      Table.Row([
        .text(context.text(reason.first.cause)), .number(words.number(reason.count), reason.count),
        .quiet(context.place(of: reason.first)),
      ])
    }
    table.downloads = [context.download(address)]
    return table
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["reason", "records", "first_file", "first_line"])
    for reason in reasons {
      csv.append([
        .text(reason.name), .number(reason.count), .text(reason.first.file), .number(reason.first.line),
      ])
    }
    return Report.File(address: address, bytes: csv.bytes)
  }

  /// Named after its page, for more than one page has it.
  private var address: String { context.fileBeside("-rejected-by-reason.csv") }
}

extension ReasonsTable {
  private typealias Reason = (name: String, count: Int, first: ReadSummary.Rejected)

  private var reasons: [Reason] {
    var places: [String: Int] = [:]
    var reasons: [Reason] = []
    for rejected in context.store.summary.rejected {
      if let place = places[rejected.reason] {
        reasons[place].count += 1
      } else {
        places[rejected.reason] = reasons.count
        reasons.append((rejected.reason, 1, rejected))
      }
    }
    return reasons.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension ReportContext {
  /// `events.jsonl, line 1,204: “{"id":…”`.
  func place(of rejected: ReadSummary.Rejected) -> String {
    words.fill(
      "quality.place",
      [
        "file": rejected.file, "line": words.number(rejected.line), "text": beginning(of: rejected.text, 60),
      ])
  }

  /// The first characters of a record, on one line.
  func beginning(of text: String, _ length: Int) -> String {
    let shown = text.prefix(length).map { $0.isWhitespace ? " " : $0 }
    return String(shown) + (text.count > length ? "…" : "")
  }
}
