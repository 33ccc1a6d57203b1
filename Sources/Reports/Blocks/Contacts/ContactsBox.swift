import Diagnostics
import Templating

/// Says that the page counts what the team handled, and nothing else.
enum ContactsBox {
  private static let schema = Schema("contacts-box", [.markup("rest")])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let body = try context.render("blocks/contacts-box", schema) { values in
      values.set("rest", of: values.root, markup: context.sentence("contacts.box.rest"))
    }
    return Report(.full, body: body)
  }
}
