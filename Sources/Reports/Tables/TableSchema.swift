import Templating

/// What `blocks/_table` may name.
enum TableSchema {
  static let table = Schema(
    "table",
    [
      .text("id"), .text("caption"), .flag("hidden"), .text("classes"), .flag("long"), .flag("sortable"),
      .flag("tools"), .one("filters", filters), .flag("has_downloads"), .list("downloads", download), .markup("legend"),
      .list("columns", column), .list("rows", row), .one("totals", row), .flag("tail"), .markup("note"), .text("facts"),
    ])

  static let filters = Schema(
    "filters",
    [.text("table"), .text("noun"), .text("search"), .text("count"), .list("choices", choice)])
  static let choice = Schema("choice", [.text("name"), .text("label"), .list("options", option)])
  static let option = Schema("option", [.text("value"), .text("words")])
  static let download = Schema("download", [.text("href"), .text("words")])

  static let column = Schema(
    "column",
    [
      .text("title"), .markup("markup"), .flag("aloud"), .text("sort"), .text("sorted"), .text("class"),
    ])
  static let row = Schema("row", [.text("class"), .list("data", datum), .list("cells", cell)])
  static let datum = Schema("datum", [.text("name"), .text("value")])
  static let cell = Schema(
    "cell",
    [
      .flag("head"), .text("class"), .text("sort_value"), .text("href"), .text("hint"), .text("text"), .text("id"),
      .flag("code"), .text("mark"), .text("mark_hint"), .markup("markup"),
    ])
}

/// The slots of a table's rows and cells, looked up once: a site has millions of them.
enum RowFields {
  static let classes = TableSchema.row["class"]
  static let data = TableSchema.row["data"]
  static let cells = TableSchema.row["cells"]
  static let name = TableSchema.datum["name"]
  static let value = TableSchema.datum["value"]
}

enum CellFields {
  static let head = TableSchema.cell["head"]
  static let classes = TableSchema.cell["class"]
  static let sortValue = TableSchema.cell["sort_value"]
  static let href = TableSchema.cell["href"]
  static let hint = TableSchema.cell["hint"]
  static let text = TableSchema.cell["text"]
  static let id = TableSchema.cell["id"]
  static let code = TableSchema.cell["code"]
  static let mark = TableSchema.cell["mark"]
  static let markHint = TableSchema.cell["mark_hint"]
  static let markup = TableSchema.cell["markup"]
}
