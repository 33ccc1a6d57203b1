import Diagnostics
import HTML

/// The parts of the page on data quality; each may have a section of its own.
enum QualityPart: String, CaseIterable {
  case reasons, files, rejected, anomalies, kinds, warnings, open
}

extension QualityPart {
  /// Nil for a part that is told in sentences alone.
  func table(_ context: ReportContext) throws(Diagnostics) -> Table? {
    var table: Table
    switch self {
    case .reasons: table = ReasonsTable(context: context).table
    case .files: table = FilesTable(context: context).table
    case .rejected: table = RejectedTable(context: context).table
    case .anomalies: table = try AnomaliesTable(context: context).table
    case .kinds: table = KindsTable(context: context).table
    case .warnings: table = WarningsTable(context: context).table
    case .open: return nil
    }
    table.captionIsHidden = false
    return table
  }

  func notes(_ notes: QualityNotes) -> [Markup] {
    switch self {
    case .reasons: [notes.rejected]
    case .files: [notes.omitted, notes.repeated]
    case .open: [notes.open, notes.later, notes.clock]
    case .rejected, .anomalies, .kinds, .warnings: []
    }
  }

  func files(_ context: ReportContext) -> [Report.File] {
    switch self {
    case .files: [FilesTable(context: context).file]
    case .rejected: [RejectedTable(context: context).file]
    case .anomalies: [AnomaliesTable(context: context).file]
    case .reasons: [ReasonsTable(context: context).file]
    case .kinds: [KindsTable(context: context).file]
    case .warnings: [WarningsTable(context: context).file]
    case .open: []
    }
  }

  var isWide: Bool { self == .files || self == .rejected }

  /// Parts that show what stood in a record.
  var isPersonal: Bool { self == .reasons || self == .rejected || self == .anomalies }
}

extension ReportContext {
  /// A table of what reading met, from the first rows of all; the note says so where there are more.
  func qualityTable<Item>(
    _ id: String, _ columns: [Table.Column], of items: some RandomAccessCollection<Item>, row: (Item) -> Table.Row
  ) -> Table {
    var table = Table(id: "quality-" + id, caption: words["quality.\(id).caption"], columns: columns)
    let shown = items.prefix(settings.rowsPerPage)
    table.rows = shown.map(row)
    if items.isEmpty {
      table.rows = [.init([.quiet(words["quality.\(id).none"])] + columns.dropFirst().map { _ in .text("") })]
    }
    if shown.count < items.count {
      table.note = sentence(
        "quality.first_rows", ["shown": words.number(shown.count), "all": words.number(items.count)])
    }
    table.facts = facts(unit: words["quality.\(id).unit"], anchor: nil)
    return table
  }
}
