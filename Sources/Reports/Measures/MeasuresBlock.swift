import Diagnostics
import HTML
import Templating

/// The glossary of measures: an entry for each, with what it means and how it is worked out. Its id is
/// `measure-NAME`.
enum MeasuresBlock {
  private static let part = Schema("measure-part", [.text("text"), .text("href")])
  private static let fact = Schema("measure-fact", [.text("name"), .text("words")])
  private static let entry = Schema(
    "measure",
    [
      .text("id"), .text("title"), .text("name"), .text("role"), .text("sentence"), .list("facts", fact),
      .text("label"), .list("code", part),
    ])
  private static let schema = Schema("measures", [.list("measures", entry)])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let body = try context.render("blocks/measures", schema) { values in
      for measure in context.measures.glossary(context.words) {
        let record = values.append(to: "measures", of: values.root)
        values.set("id", of: record, text: measure.id)
        values.set("title", of: record, text: measure.title)
        values.set("name", of: record, text: measure.name)
        values.set("role", of: record, text: measure.role)
        values.set("sentence", of: record, text: measure.sentence)
        for fact in measure.facts {
          let item = values.append(to: "facts", of: record)
          values.set("name", of: item, text: fact.name)
          values.set("words", of: item, text: fact.words)
        }
        values.set("label", of: record, text: measure.definition.name)
        for part in measure.definition.code {
          let item = values.append(to: "code", of: record)
          values.set("text", of: item, text: part.text)
          values.set("href", of: item, text: part.href ?? "")
        }
      }
    }
    return Report(.full, body: body)
  }
}

extension ReportCatalogue {
  /// What pages may name by measures.
  static let measuresBlocks = [ReportBlock("measures", fewPeople: .untold, run: MeasuresBlock.report)]
}
