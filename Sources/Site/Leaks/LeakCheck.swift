import Diagnostics
import Events
import Files
import Privacy

/// Searches a finished tree, before it is published, for anything that its audience may not see.
///
/// Pages are made from what the audience may see alone; this finds what came in by another way: a template that prints
/// too much, a word that an author wrote, a file beside the pages.
struct LeakCheck {
  private let search: LeakSearch
  private let audience: String

  /// Nothing where the audience may see all.
  init?(_ site: SiteProgram, _ data: SiteData, jobs: Int) {
    let words = site.sources.ownWords + LeakCheck.exportWords(data.store)
    let audience = site.sources.audience
    guard let values = audience.forbidden(behind: data.store, siteWords: words, jobs: jobs) else { return nil }
    search = LeakSearch(values, jobs: jobs)
    self.audience = audience.policy.name
  }
}

extension LeakCheck {
  /// - Throws: what was found, by file and place.
  func check(_ folder: String) throws(Diagnostics) {
    let found: [LeakSearch.Found]
    do throws(FileError) { found = try search.search(folder: folder).found } catch {
      throw Diagnostics([error.diagnostic])
    }
    try tell(search.confirmed(found))
  }

  private func tell(_ leaks: [LeakSearch.Found]) throws(Diagnostics) {
    guard !leaks.isEmpty else { return }
    var errors = leaks.prefix(100).map { found in
      Diagnostic.error(
        "\(found.path), byte \(found.leak.offset): \(found.leak.words), which the audience `\(audience)` may not see",
        help: "look for it in templates, pages and files beside them; what the export itself says is taken out before")
    }
    if leaks.count > 100 { errors.append(.error("\(leaks.count - 100) more places")) }
    throw Diagnostics(errors)
  }

  /// What an export says that is nobody's: its terms.
  static func exportWords(_ store: EventStore) -> [UInt8] {
    var words: [UInt8] = []
    for topic in store.topics { words += topic.name.utf8 + [0x0A] }
    for channel in store.channels { words += channel.utf8 + [0x0A] }
    for brand in Set(store.parties.map(\.brand)).sorted() { words += store.name(brand).utf8 + [0x0A] }
    for file in store.summary.files { words += file.path.utf8 + [0x0A] }
    return words
  }
}
