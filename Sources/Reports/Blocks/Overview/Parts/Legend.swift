import Charts
import Diagnostics
import HTML
import Templating

/// What the colours of a picture stand for, in the order of the stack, top to bottom.
struct Legend {
  struct Entry: Sendable {
    /// Nil for the dash of an earlier day's total.
    var role: Role?
    var words: String
  }

  let entries: [Entry]

  private static let entry = Schema("legend-entry", [.text("role"), .text("words")])
  private static let schema = Schema("legend", [.list("entries", entry)])
}

extension Legend {
  func render(_ context: ReportContext) throws(Diagnostics) -> Markup {
    try context.render("blocks/_legend", Legend.schema) { values in
      for entry in entries {
        let record = values.append(to: "entries", of: values.root)
        values.set("role", of: record, text: entry.role?.rawValue ?? "")
        values.set("words", of: record, text: entry.words)
      }
    }
  }
}
