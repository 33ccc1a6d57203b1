import Diagnostics
import HTML

/// The opening sentence of the customers' index.
enum CustomersLede {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let words = context.words
    let all = CustomerPages(context).order.entries.count
    let (active, returned) = active(context)
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

extension CustomersLede {
  /// Customers with a Conversation that starts in the period, and those with more than one.
  private static func active(_ context: ReportContext) -> (Int, Int) {
    let span = context.page.period.instants(in: context.zone)
    var counts = (active: 0, returned: 0)
    for party in context.facts.parties {
      let n = context.facts.conversations[party.conversations].count { span.contains($0.group.startedAt) }
      if n > 0 { counts.active += 1 }
      if n > 1 { counts.returned += 1 }
    }
    return counts
  }
}
