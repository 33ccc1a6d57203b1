import Diagnostics
import HTML
import Templating

/// A chart, and its numbers as a table that opens below it.
struct Picture {
  let chart: Markup
  let table: Table

  private static let schema = Schema("picture", [.markup("chart"), .markup("table")])
}

extension Picture {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    var table = table
    table.captionIsHidden = false
    let rendered = try context.render(table)
    return try context.render("blocks/_picture", Picture.schema) { values in
      values.set("chart", of: values.root, markup: chart)
      values.set("table", of: values.root, markup: rendered)
    }
  }
}
