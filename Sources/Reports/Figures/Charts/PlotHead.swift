import Charts
import Diagnostics
import HTML
import Templating

/// What stands above a chart: its title, what it says in words, and what its colours mean.
struct PlotHead {
  let title: String
  let description: String
  let legend: [PlotLegend.Entry]

  private static let schema = Schema(
    "figure-head", [.text("title"), .text("description"), .markup("legend")])
}

extension PlotHead {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    let legend = try legend.count > 1 ? PlotLegend(entries: legend).render(context) : Markup()
    return try context.render("blocks/_figure-head", PlotHead.schema) { values in
      values.set("title", of: values.root, text: title)
      values.set("description", of: values.root, text: description)
      values.set("legend", of: values.root, markup: legend)
    }
  }
}
