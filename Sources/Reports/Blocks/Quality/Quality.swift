import Diagnostics
import HTML

/// What reading and grouping met besides events: in short for the Overview, or in full, at once or part by part.
enum Quality {
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
    guard var table = try part.table(context) else {
      return Report(.prose, body: try context.paragraphs(notes))
    }
    table.captionIsHidden = true
    return Report(
      part.isWide ? .full : .row, body: try context.render(table), side: try context.paragraphs([], notes: notes),
      files: part.files(context), personal: part.isPersonal)
  }

  private static func full(_ context: ReportContext) throws(Diagnostics) -> Report {
    let notes = QualityNotes(context: context)
    var body = try context.paragraphs([], notes: [notes.repeated, notes.later, notes.open, notes.clock])
    for part in QualityPart.allCases {
      if let table = try part.table(context) { body = body + (try context.render(table)) }
    }
    return Report(.full, body: body, files: QualityPart.allCases.flatMap { $0.files(context) }, personal: true)
  }
}
