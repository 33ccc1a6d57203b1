import Diagnostics
import HTML
import Templating

extension ReportContext {
  /// The table as markup: its tools, the table in a region that scrolls, and what is said below it.
  public func render(_ table: Table) throws(Diagnostics) -> Markup {
    try render("blocks/_table", TableSchema.table) { values in
      TableView(table: table, count: words.number(table.rowCount)).fill(&values)
    }
  }
}

/// Puts a table's model into a template's values.
private struct TableView {
  let table: Table
  let count: String
  private let filler: RowFiller

  init(table: Table, count: String) {
    self.table = table
    self.count = count
    filler = RowFiller(table.columns)
  }

  func fill(_ values: inout Values) {
    let root = values.root
    values.set("id", of: root, text: table.id)
    values.set("caption", of: root, text: table.caption)
    values.set("hidden", of: root, flag: table.captionIsHidden)
    values.set("classes", of: root, text: ((table.isLong ? ["stick"] : []) + table.classes).joined(separator: " "))
    values.set("long", of: root, flag: table.isLong)
    values.set("sortable", of: root, flag: table.isSortable)
    values.set("tools", of: root, flag: table.filters != nil)
    values.set("has_downloads", of: root, flag: !table.downloads.isEmpty)
    values.set("legend", of: root, markup: table.legend)
    values.set("tail", of: root, flag: !table.note.isEmpty || !table.facts.isEmpty)
    values.set("note", of: root, markup: table.note)
    values.set("facts", of: root, text: table.facts)
    fillTools(&values)
    for column in table.columns { fill(column, &values) }
    for row in table.rows { fill(row, filler.row(&values), &values) }
    table.lines?.fill(filler, &values)
    if let totals = table.totals { fill(totals, values.append(to: "totals", of: root), &values) }
  }
}

extension TableView {
  private func fillTools(_ values: inout Values) {
    for download in table.downloads {
      let record = values.append(to: "downloads", of: values.root)
      values.set("href", of: record, text: download.href)
      values.set("words", of: record, text: download.words)
    }
    guard let filters = table.filters else { return }
    let form = values.append(to: "filters", of: values.root)
    values.set("table", of: form, text: table.id)
    values.set("noun", of: form, text: filters.noun)
    values.set("search", of: form, text: filters.search)
    values.set("count", of: form, text: count)
    for choice in filters.choices where choice.options.count > 1 {
      let record = values.append(to: "choices", of: form)
      values.set("name", of: record, text: choice.name)
      values.set("label", of: record, text: choice.label)
      for option in choice.options {
        let item = values.append(to: "options", of: record)
        values.set("value", of: item, text: option.value)
        values.set("words", of: item, text: option.words)
      }
    }
  }

  private func fill(_ column: Table.Column, _ values: inout Values) {
    let record = values.append(to: "columns", of: values.root)
    values.set("title", of: record, text: column.title)
    values.set("markup", of: record, markup: column.titleMarkup)
    values.set("aloud", of: record, flag: column.titleIsHidden)
    values.set("class", of: record, text: column.classNames())
    guard column.sort != .none else { return }
    values.set("sort", of: record, text: column.kind == .number ? "num" : "text")
    switch column.sort {
    case .ascending: values.set("sorted", of: record, text: "ascending")
    case .descending: values.set("sorted", of: record, text: "descending")
    case .none, .possible: break
    }
  }

  private func fill(_ row: Table.Row, _ record: Values.Record, _ values: inout Values) {
    if !row.classes.isEmpty {
      values.set(RowFields.classes, of: record, text: row.classes.joined(separator: " "))
    }
    for datum in row.data { filler.datum(datum.name, datum.value, of: record, &values) }
    for (column, cell) in zip(table.columns.indices, row.cells) {
      fill(cell, filler.cell(column, quiet: cell.isQuiet, of: record, &values), &values)
    }
  }

  private func fill(_ cell: Table.Cell, _ record: Values.Record, _ values: inout Values) {
    if let value = cell.sortValue { values.set(CellFields.sortValue, of: record, text: value) }
    if let href = cell.href { values.set(CellFields.href, of: record, text: href) }
    if !cell.hint.isEmpty { values.set(CellFields.hint, of: record, text: cell.hint) }
    if !cell.text.isEmpty { values.set(CellFields.text, of: record, text: cell.text.isolated) }
    if !cell.id.isEmpty { values.set(CellFields.id, of: record, text: cell.id) }
    values.set(CellFields.code, of: record, flag: cell.text.isEmpty && !cell.id.isEmpty)
    if let mark = cell.mark {
      values.set(CellFields.mark, of: record, text: mark.text)
      values.set(CellFields.markHint, of: record, text: mark.hint)
    }
    if !cell.markup.isEmpty { values.set(CellFields.markup, of: record, markup: cell.markup) }
  }
}
