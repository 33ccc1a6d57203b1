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

/// What the colours and patterns of a chart stand for.
struct PlotLegend {
  struct Entry: Sendable {
    var style: PlotStyle
    var words: String
  }

  let entries: [Entry]

  private static let entry = Schema("figure-legend-entry", [.text("role"), .text("pattern"), .text("words")])
  private static let schema = Schema("figure-legend", [.list("entries", entry)])
}

extension PlotLegend {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    try context.render("blocks/_figure-legend", PlotLegend.schema) { values in
      for entry in entries {
        let record = values.append(to: "entries", of: values.root)
        values.set("role", of: record, text: entry.style.role?.rawValue ?? "ink")
        values.set("pattern", of: record, text: entry.style.pattern == .solid ? "" : entry.style.pattern.rawValue)
        values.set("words", of: record, text: entry.words)
      }
    }
  }
}
