import Charts
import Diagnostics
import HTML
import SQL

/// An author's table.
struct FigureTable {
  let desk: FigureDesk
  let spec: TableSpec
}

extension FigureTable {
  func report() throws(Diagnostics) -> Report {
    var rows = try desk.shownRows(spec.source)
    let title = try desk.words(spec.title)
    guard !rows.rows.isEmpty else { return try desk.emptyReport(spec.source, title: title) }
    if let sort = spec.sort { rows.sort(by: sort.column, descending: sort.isDescending) }
    return Report(
      .row, body: try desk.context.render(try table(rows, title: title)) + (try desk.queryText(spec.source)),
      side: try desk.side(spec.note, notes: notes(rows)),
      files: [Report.File(address: desk.file, bytes: desk.csv(rows, keeping: kept))])
  }

  /// The columns of the file: those of the table, hidden ones too.
  private var kept: [String] { spec.columns.map(\.name) }

  private func table(_ rows: FigureRows, title: String?) throws(Diagnostics) -> Table {
    let cut = FigureTop(rows, most: spec.top, spec: spec)
    let shown = spec.columns.filter { !$0.isHidden }
    let sizes = FigureSizes(shown.map { rows.index($0.name) }, in: rows)
    let columns = shown.enumerated().map { place, column in
      FigureTableColumn(
        spec: column, isHead: place == 0, showsN: sizes.isShown(behind: place), rows: rows, desk: desk,
        source: spec.source)
    }
    var table = Table(
      id: desk.id, caption: title ?? defaultTitle, columns: columns.flatMap { $0.heads(sort: spec.sort) })
    table.captionIsHidden = title == nil
    for index in cut.shown {
      table.rows.append(.init(try cells(columns) { (column) throws(Diagnostics) in try column.cells(index) }))
    }
    if let others = cut.others {
      let name = desk.context.words.count("figures.others", others.count)
      table.rows.append(
        .init(
          try cells(columns) { (column) throws(Diagnostics) in try column.cells(sumOf: others.values, named: name) }))
    }
    if spec.totals {
      let name = desk.context.words["figures.total"]
      table.totals = .init(
        try cells(columns) { (column) throws(Diagnostics) in try column.cells(totalOf: rows, named: name) })
    }
    return dressed(table, rows)
  }

  private func cells(
    _ columns: [FigureTableColumn], _ make: (FigureTableColumn) throws(Diagnostics) -> [Table.Cell]
  ) throws(Diagnostics) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    for column in columns { cells += try make(column) }
    return cells
  }

  private func dressed(_ table: Table, _ rows: FigureRows) -> Table {
    var table = table
    table.isSortable = rows.rows.count > 1 && spec.top == nil
    table.isLong = table.rows.count > 30
    table.classes.append("figure-table")
    table.downloads = [desk.context.download(desk.file)]
    table.facts = desk.facts(spec.source)
    if spec.search {
      table.filters = TableFilters(
        search: desk.context.words["figures.search"], noun: desk.context.words["figures.rows"])
    }
    return table
  }

  private var defaultTitle: String {
    switch spec.source {
    case .query(let name, _): FigureRows.title(of: name)
    case .measures(let measures, _, _): desk.context.words.list(measures.map(\.title))
    }
  }

  private func notes(_ rows: FigureRows) -> [String] {
    rows.rows.contains(where: \.isUnfinished) ? [desk.context.words["figures.unfinished.row"]] : []
  }
}
