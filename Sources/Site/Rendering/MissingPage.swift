import Diagnostics
import Templating

/// What a server is to show for an address without a page. It stands alone, since it is shown at any depth: its
/// style is in it, and it has no script and no link. Nothing leads to it, and search does not know it.
struct MissingPage {
  let site: SiteProgram

  static let address = "404.html"
}

extension MissingPage {
  /// Not if the site has written a page of its own at that address.
  func write(into output: SiteOutput, notes: inout PageNotes) throws(Diagnostics) {
    guard !site.pages.contains(where: { $0.page.address == MissingPage.address }) else { return }
    let template = try site.sources.templates.compile("page/missing", for: LayoutSchemas.missing)
    var values = Values(LayoutSchemas.missing)
    values.set("lang", of: values.root, text: site.sources.words.language)
    values.set("site_title", of: values.root, text: site.sources.configuration.title)
    var bytes: [UInt8] = []
    template.render(values, into: &bytes)
    try output.write(file: MissingPage.address, bytes, notes: &notes)
  }
}
