extension ReportContext {
  /// Where the page is that lists what a figure of this page counts; empty where the site has none for its days.
  func list(_ name: String) -> String {
    let folder = page.subject == .month ? page.period.first.description.prefix(7) + "/" : ""
    let address = folder + name + ".html"
    return settings.pages.contains(address) ? page.links.address(address) : ""
  }
}
