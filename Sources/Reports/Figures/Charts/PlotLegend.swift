import Charts
import Diagnostics
import HTML
import Templating

/// What the colours and patterns of a chart stand for.
struct PlotLegend {
  struct Entry: Sendable {
    var style: PlotStyle
    var words: String
  }

  let entries: [Entry]

  private static let entry = Schema("figure-legend-entry", [.markup("swatch"), .text("words")])
  private static let schema = Schema("figure-legend", [.list("entries", entry)])
}

extension PlotLegend {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    try context.render("blocks/_figure-legend", PlotLegend.schema) { values in
      for entry in entries {
        let record = values.append(to: "entries", of: values.root)
        values.set("swatch", of: record, markup: PlotSwatch(entry.style).render())
        values.set("words", of: record, text: entry.words)
      }
    }
  }
}
