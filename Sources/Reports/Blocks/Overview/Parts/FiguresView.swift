import Charts
import Diagnostics
import HTML
import Templating

/// Rows of figures, in panels.
struct FiguresView {
  struct Row {
    var figures: [Figure]
    /// How the panels are laid out: `panels--tri`, `panels--4`.
    var classes: String
  }

  let rows: [Row]

  private static let figure = Schema(
    "figure",
    [
      .text("role"), .markup("title"), .text("value"), .text("unit"), .text("delta"), .text("base"), .text("note"),
      .text("href"), .markup("curve"),
    ])
  private static let row = Schema("figures-row", [.text("classes"), .list("figures", figure)])
  private static let schema = Schema("figures", [.list("rows", row)])
}

extension FiguresView {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    try context.render("blocks/_figures", FiguresView.schema) { values in
      for row in rows {
        let record = values.append(to: "rows", of: values.root)
        values.set("classes", of: record, text: row.classes)
        for figure in row.figures { fill(figure, values.append(to: "figures", of: record), &values) }
      }
    }
  }

  private func fill(_ figure: Figure, _ record: Values.Record, _ values: inout Values) {
    values.set("role", of: record, text: figure.role?.rawValue ?? "")
    values.set("title", of: record, markup: figure.title)
    values.set("value", of: record, text: figure.value)
    values.set("unit", of: record, text: figure.unit)
    values.set("delta", of: record, text: figure.change?.delta ?? "")
    values.set("base", of: record, text: figure.change?.base ?? "")
    values.set("note", of: record, text: figure.note)
    values.set("href", of: record, text: figure.href)
    if let curve = figure.curve { values.set("curve", of: record, markup: curve.render()) }
  }
}
