import Diagnostics
import HTML
import Templating

extension ReportContext {
  private static let rowsFoot = Schema("rows-foot", [.text("href"), .text("words"), .text("facts")])

  /// Below figures that are no table: their rows as a file, and the line of facts.
  func rowsFoot(_ file: String, facts: String) throws(Diagnostics) -> Markup {
    let download = download(file)
    return try render("blocks/_rows-foot", ReportContext.rowsFoot) { values in
      values.set("href", of: values.root, text: download.href)
      values.set("words", of: values.root, text: download.words)
      values.set("facts", of: values.root, text: facts)
    }
  }
}
