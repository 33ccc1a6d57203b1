import Charts
import Diagnostics
import HTML
import Templating
import Time

/// The customers of one page of the index: a row each, with their Conversations, Sessions and Contacts over the period
/// as a small picture.
enum CustomersIndex {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let pages = CustomerPages(context)
    var part = 0
    if case .customers(let given) = context.page.subject { part = given }
    let table = try CustomersTable(context: context, pages: pages, part: part).table
    let spine = Spine.lines(
      count: pages.ranges.count, current: part, address: CustomerPages.address, name: pages.name)
    let pager = try context.pager(
      lines: spine, current: part, count: pages.ranges.count, label: context.words["customers.pages"])
    let files = part == 0 ? [try CustomersCSV(context, pages).file] : []
    return Report(.full, body: try context.render(table) + pager, files: files, personal: true)
  }
}
