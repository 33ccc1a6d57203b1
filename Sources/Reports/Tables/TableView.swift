import Diagnostics
import HTML
import Templating

extension ReportContext {
  /// The table as markup: its tools, the table in a region that scrolls, and what is said below it.
  public func render(_ table: Table) throws(Diagnostics) -> Markup {
    try render("blocks/_table", TableSchema.table) { values in
      TableView(table: table, count: words.number(table.rows.count)).fill(&values)
    }
  }
}

/// Puts a table's model into a template's values.
private struct TableView {
  let table: Table
  let count: String

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
    for row in table.rows { fill(row, values.append(to: TableSchema.table["rows"], of: root), &values) }
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
    values.set("class", of: record, text: classes(column))
    guard column.sort != .none else { return }
    values.set("sort", of: record, text: column.kind == .number ? "num" : "text")
    switch column.sort {
    case .ascending: values.set("sorted", of: record, text: "ascending")
    case .descending: values.set("sorted", of: record, text: "descending")
    case .none, .possible: break
    }
  }

  private func fill(_ row: Table.Row, _ record: Values.Record, _ values: inout Values) {
    values.set(TableSchema.row["class"], of: record, text: row.classes.joined(separator: " "))
    for datum in row.data {
      let item = values.append(to: TableSchema.row["data"], of: record)
      values.set("name", of: item, text: datum.name)
      values.set("value", of: item, text: datum.value)
    }
    for (column, cell) in zip(table.columns, row.cells) {
      fill(cell, column, values.append(to: TableSchema.row["cells"], of: record), &values)
    }
  }

  private func fill(
    _ cell: Table.Cell, _ column: Table.Column, _ record: Values.Record, _ values: inout Values
  ) {
    let schema = TableSchema.cell
    values.set(schema["head"], of: record, flag: column.isHead)
    values.set(schema["class"], of: record, text: classes(column, quiet: cell.isQuiet))
    if let value = cell.sortValue { values.set(schema["sort_value"], of: record, text: value) }
    if let href = cell.href { values.set(schema["href"], of: record, text: href) }
    values.set(schema["hint"], of: record, text: cell.hint)
    values.set(schema["text"], of: record, text: cell.text)
    values.set(schema["id"], of: record, text: cell.id)
    values.set(schema["code"], of: record, flag: cell.text.isEmpty && !cell.id.isEmpty)
    if let mark = cell.mark {
      values.set(schema["mark"], of: record, text: mark.text)
      values.set(schema["mark_hint"], of: record, text: mark.hint)
    }
    values.set(schema["markup"], of: record, markup: cell.markup)
  }

  private func classes(_ column: Table.Column, quiet: Bool = false) -> String {
    var classes = column.classes
    if column.isSticky { classes.append("sticky") }
    if column.kind == .number { classes.append("num") }
    if quiet { classes.append("quiet") }
    return classes.joined(separator: " ")
  }
}
