import Diagnostics
import HTML
import Templating

/// What reading and grouping met besides events: in short for the Overview, or in full, at once or part by part.
enum Quality {
  static let schema = Schema("quality", [.markup("notes"), .list("tables", Schema("part", [.markup("table")]))])

  static func report(_ context: ReportContext, _ options: [String: String]) throws(Diagnostics) -> Report {
    let view = options["view"] ?? "full"
    if view == "short" { return try short(context) }
    if let part = QualityPart(rawValue: view) { return try report(part, context) }
    return try full(context)
  }
}

extension Quality {
  private static func short(_ context: ReportContext) throws(Diagnostics) -> Report {
    let notes = QualityNotes(context: context)
    let reasons = ReasonsTable(context: context)
    var table = reasons.table
    table.captionIsHidden = true
    return Report(
      .row, body: try context.render(table),
      side: try context.paragraphs([notes.rejected], notes: [notes.open, notes.clock]), files: [reasons.file],
      personal: true)
  }

  private static func report(_ part: QualityPart, _ context: ReportContext) throws(Diagnostics) -> Report {
    let notes = part.notes(QualityNotes(context: context))
    guard var table = try part.table(context) else { return Report(.row, body: try context.paragraphs(notes)) }
    table.captionIsHidden = true
    let (said, body) = (try context.paragraphs([], notes: notes), try context.render(table))
    let files = part.files(context)
    return part.isWide
      ? Report(.full, body: said + body, files: files, personal: part.isPersonal)
      : Report(.row, body: body, side: said, files: files, personal: part.isPersonal)
  }

  private static func full(_ context: ReportContext) throws(Diagnostics) -> Report {
    let notes = QualityNotes(context: context)
    var tables: [Markup] = []
    for part in QualityPart.allCases {
      if let table = try part.table(context) { tables.append(try context.render(table)) }
    }
    let opening = try context.paragraphs(
      [], notes: [notes.omitted, notes.repeated, notes.later, notes.open, notes.clock])
    let body = try context.render("blocks/quality", schema) { values in
      values.set("notes", of: values.root, markup: opening)
      for table in tables {
        let record = values.append(to: "tables", of: values.root)
        values.set("table", of: record, markup: table)
      }
    }
    return Report(.full, body: body, files: QualityPart.allCases.flatMap { $0.files(context) }, personal: true)
  }
}
