import Diagnostics
import Events
import HTML

/// The opening sentence of the page on data quality.
enum QualityLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let words = context.words
    let summary = context.store.summary
    let sentences = [
      context.sentence(
        "quality.lede.read",
        [
          "records": words.count("count.records", summary.records),
          "files": words.count("count.files", summary.files.count),
        ]),
      QualityNotes(context: context).rejected, QualityNotes(context: context).omitted,
    ]
    let span = context.span.map {
      words.range(context.zone.date($0.first), context.zone.date($0.last))
    }
    let asOf = words.fill("quality.as_of", ["as_of": context.moment(context.asOf)])
    return Report(.lede, body: Markup(sentences), side: try context.titleLines([span, asOf].compactMap { $0 }))
  }
}
