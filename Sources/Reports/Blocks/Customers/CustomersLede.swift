import Diagnostics
import HTML

/// The opening sentence of the customers' index.
enum CustomersLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let words = context.words
    let all = CustomerPages(context).order.count
    let (active, returned) = (context.activity.active, context.activity.returned)
    let span = words.range(context.page.period.first, context.page.period.last)
    let days = words.count("count.days", context.page.period.days)
    return Report(
      .lede,
      body: Markup([
        context.sentence(context.form("customers.lede.all", all), ["n": words.number(all)]),
        context.sentence(context.form("customers.lede.active", active), ["n": words.number(active), "days": days]),
        context.sentence(context.form("customers.lede.returned", returned), ["n": words.number(returned)]),
      ]), side: try context.titleLines([span]))
  }
}
