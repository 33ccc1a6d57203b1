import Diagnostics
import HTML
import Reports
import Templating
import Time
import Wording

/// The page of search as it stands without a script: customers from A to Z, and the pages of days and months.
struct SearchPage {
  let source: SearchSource
}

extension SearchPage {
  func write(into output: SiteOutput, notes: inout PageNotes) throws(Diagnostics) {
    let stage = source.stage
    let words = stage.site.sources.words
    let links = stage.site.links(from: SearchStage.page)
    let lede = words.markup(source.hasText ? "search.lede" : "search.lede_names", [:], links: links)
    let body = try body()
    let page = try stage.site.renderer.render(
      [Report(.lede, body: lede), Report(.full, body: body, personal: true)], title: words["search.title"])
    var bytes: [UInt8] = []
    let head = PageLayout.Head(
      address: SearchStage.page, title: page.title, facts: SiteFacts(site: stage.site, data: stage.data).report(links),
      running: SiteFacts(site: stage.site, data: stage.data).running, personal: page.personal)
    stage.site.layout.render(head, main: page.main, links: links, into: &bytes)
    try output.write(page: SearchStage.page, bytes, notes: &notes)
  }
}

extension SearchPage {
  private func body() throws(Diagnostics) -> Markup {
    let template = try source.stage.site.sources.templates.compile("page/search", for: LayoutSchemas.search)
    var values = Values(LayoutSchemas.search)
    let pages = source.stage.made.context.settings.pages
    let names = PageFamilies.customerNames(source.stage.made.context).filter { pages.contains($0.address) }
    values.set("customers", of: values.root, flag: !names.isEmpty)
    for page in names { fill(values.append(to: "names", of: values.root), page.address, page.names, &values) }
    fillDates(pages, &values)
    return template.markup(values)
  }

  /// The newest first.
  private func fillDates(_ pages: Set<String>, _ values: inout Values) {
    let context = source.stage.made.context
    let words = source.stage.site.sources.words
    for month in PageFamilies.months(context).reversed() {
      let address = String(month.first.description.prefix(7)) + "/index.html"
      guard pages.contains(address) else { continue }
      fill(values.append(to: "months", of: values.root), address, words.month(month.first), &values)
    }
    var current: (month: CivilDate, record: Values.Record)?
    for page in PageFamilies.sessions(context).reversed() where page.subject == .day(part: 0) {
      guard let day = page.period?.first, pages.contains(page.address) else { continue }
      values.set("days", of: values.root, flag: true)
      if current?.month != day.monthStart {
        let record = values.append(to: "dates", of: values.root)
        values.set("month", of: record, text: words.month(day))
        current = (day.monthStart, record)
      }
      guard let record = current?.record else { continue }
      fill(values.append(to: "days", of: record), page.address, words.day(day), &values)
    }
  }

  private func fill(_ link: Values.Record, _ address: String, _ words: String, _ values: inout Values) {
    values.set("href", of: link, text: address)
    values.set("words", of: link, text: words)
  }
}
