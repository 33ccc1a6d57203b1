import Charts
import Diagnostics
import Grouping
import HTML
import Time

/// AI Sessions Detail. On a day's page the table, a row a Session; for a longer period its rows as CSV alone.
enum SessionsDetail {
  static func report(_ context: ReportContext, _ options: [String: String]) throws(Diagnostics) -> Report {
    let sessions = context.sessions(in: context.page.period)
    let files = files(context, withMessages: options["messages"] == "true")
    guard case .day(let part) = context.page.subject else {
      let body = try downloads(sessions.count, files.map(\.download), context)
      return Report(.full, body: body, files: files.map { $0.file(sessions) }, personal: true)
    }
    let parts = TableParts.ranges(sessions.count, most: context.settings.rowsPerPage)
    let shown = parts.indices.contains(part) ? Array(sessions[parts[part]]) : []
    var table = SessionsTable(context: context, sessions: shown).table
    table.downloads = files.map(\.download)
    let body = try context.render(table) + context.pager(pages(parts.count, context), current: part)
    return Report(.full, body: body, files: part == 0 ? files.map { $0.file(sessions) } : [], personal: true)
  }
}

extension SessionsDetail {
  /// A file of rows, made only for the page that it is written with.
  private struct File {
    let download: TableDownload
    let address: String
    let bytes: ([SessionFact]) -> [UInt8]

    func file(_ sessions: [SessionFact]) -> Report.File { Report.File(address: address, bytes: bytes(sessions)) }
  }

  /// The CSV of all rows and, where the site wants it, that of their messages; named after the first page.
  private static func files(_ context: ReportContext, withMessages: Bool) -> [File] {
    var first = context
    if case .day = context.page.subject {
      first.page.address = PageFamilies.address(of: context.page.period.first)
    }
    let rows = first.fileBeside(".csv")
    var files = [
      File(download: context.download(rows), address: rows) { SessionsCSV(context: context).bytes($0) }
    ]
    if withMessages, context.settings.sessionsWithMessages {
      let texts = first.fileBeside("-messages.csv")
      files.append(
        File(download: context.download(texts, words: "sessions.detail.with_messages"), address: texts) {
          SessionMessagesCSV(context: context).bytes($0)
        })
    }
    return files
  }

  private static func pages(_ parts: Int, _ context: ReportContext) -> [SpineEntry] {
    let day = context.page.period.first
    return parts < 2
      ? []
      : (0..<parts).map { part in
        SpineEntry(words: context.words.number(part + 1), page: PageFamilies.address(of: day, part: part))
      }
  }

  private static func downloads(
    _ count: Int, _ downloads: [TableDownload], _ context: ReportContext
  ) throws(Diagnostics) -> Markup {
    try context.render("blocks/sessions_downloads", SessionsDownloads.schema) { values in
      values.set("rows", of: values.root, text: context.words.count("sessions.detail.rows", count))
      values.set("facts", of: values.root, text: SessionsTable.facts(context))
      values.set("has_downloads", of: values.root, flag: !downloads.isEmpty)
      for download in downloads {
        let record = values.append(to: "downloads", of: values.root)
        values.set("href", of: record, text: download.href)
        values.set("words", of: record, text: download.words)
      }
    }
  }
}
