import Pages

/// What search knows of a page: its title, its headings, its terms.
struct SearchedPage: Sendable {
  struct Entry: Sendable {
    /// The anchor, empty for the page itself.
    var id: String
    var title: String
    /// What stands under the title in a list of results.
    var context: String
  }

  var address: String
  var entries: [Entry]
}

extension SearchedPage {
  /// - Parameter title: as it is shown.
  init(_ instance: PageInstance, title: String) {
    address = instance.address
    entries = [Entry(id: "", title: title, context: instance.crumb.map { $0.label + " · " + $0.here } ?? "")]
    // The pages of a family have the same headings: those of one are enough.
    guard instance.crumb?.isFamily != true, case .page = instance.body else { return }
    for piece in instance.page.pieces {
      switch piece {
      case .heading(let heading) where !heading.classes.contains("vh"):
        entries.append(Entry(id: heading.id, title: heading.plain, context: title))
      case .terms(let terms):
        entries += terms.map { Entry(id: $0.id, title: $0.plainName, context: $0.plain) }
      case .heading, .words, .block: break
      }
    }
  }
}

extension SearchedPage.Entry {
  func link(on address: String) -> String { id.isEmpty ? address : address + "#" + id }
}
