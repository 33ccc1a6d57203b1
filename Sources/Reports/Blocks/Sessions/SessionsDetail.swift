import Diagnostics
import Files
import HTML

/// AI Sessions Detail. On a day's page the table, a row a Session; for a longer period its rows as CSV alone.
enum SessionsDetail {
  static func report(_ context: ReportContext, _ options: [String: String]) throws(Diagnostics) -> Report {
    let sessions = context.sessionRun(in: context.page.period)
    let files = files(context, withMessages: options["messages"] == "true")
    guard case .day(let part) = context.page.subject else {
      let body = try downloads(sessions.count, files.map(\.download), context)
      return Report(.full, body: body, files: try written(files, sessions), personal: true)
    }
    let parts = TableParts.ranges(sessions.count, most: context.settings.rowsPerPage)
    let shown =
      parts.indices.contains(part)
      ? sessions.dropFirst(parts[part].lowerBound).prefix(parts[part].count) : sessions.prefix(0)
    var table = SessionsTable(context: context, sessions: Array(shown)).table
    table.downloads = files.map(\.download)
    let body = try context.render(table) + pager(parts.count, current: part, context)
    return Report(.full, body: body, files: part == 0 ? try written(files, sessions) : [], personal: true)
  }
}

extension SessionsDetail {
  /// A file of rows, made only for the page that it is written with.
  private struct File {
    let download: TableDownload
    let address: String
    let rows: (SessionRun) throws(FileError) -> ScratchColumn<UInt8>
  }

  private static func written(_ files: [File], _ sessions: SessionRun) throws(Diagnostics) -> [Report.File] {
    var written: [Report.File] = []
    for file in files {
      do throws(FileError) {
        written.append(Report.File(address: file.address, rows: try file.rows(sessions)))
      } catch {
        throw Diagnostics([error.diagnostic])
      }
    }
    return written
  }

  /// The CSV of all rows and, where the site wants it, that of their messages; named after the first page.
  private static func files(_ context: ReportContext, withMessages: Bool) -> [File] {
    var first = context
    if case .day = context.page.subject {
      first.page.address = PageFamilies.address(of: context.page.period.first)
    }
    let rows = first.fileBeside(".csv")
    var files = [
      File(download: context.download(rows), address: rows) { (sessions) throws(FileError) in
        try SessionsCSV(context: context).rows(sessions)
      }
    ]
    if withMessages, context.settings.sessionsWithMessages {
      let texts = first.fileBeside("-messages.csv")
      files.append(
        File(download: context.download(texts, words: "sessions.detail.with_messages"), address: texts) {
          (sessions) throws(FileError) in try SessionMessagesCSV(context: context).rows(sessions)
        })
    }
    return files
  }

  /// Links to the day's pages: of a busy day they are hundreds, and each of them would list all.
  private static func pager(_ pages: Int, current: Int, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let day = context.page.period.first
    let lines = Spine.lines(count: pages, current: current) {
      PageFamilies.address(of: day, part: $0)
    } name: { part in
      let first = context.words.number(part.lowerBound + 1)
      return part.count == 1 ? first : "\(first)–\(context.words.number(part.upperBound + 1))"
    }
    return try context.pager(lines: lines, current: current, count: pages, label: context.words["table.pages"])
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
