import Diagnostics
import Grouping
import HTML
import Templating
import Time

/// The strip of facts that every figure of the page rests on, and a warning where a clock may have been wrong.
enum AsOf {
  private static let rule = Schema("as-of-rule", [.text("href"), .text("hint"), .text("words"), .flag("further")])
  private static let schema = Schema(
    "as-of",
    [
      .text("instant"), .text("moment"), .flag("unfinished"), .text("span"), .text("before"), .list("rules", rule),
      .text("records"), .text("rejected"), .text("quality"), .markup("clock"),
    ])

  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let words = context.words
    let summary = context.store.summary
    let body = try context.render("blocks/overview-as-of", schema) { values in
      values.set("instant", of: values.root, text: context.asOf.description)
      values.set("moment", of: values.root, text: moment(context))
      values.set("unfinished", of: values.root, flag: isInside(context))
      values.set("span", of: values.root, text: words.range(context.covered.first, last(context)))
      values.set("before", of: values.root, text: context.beforeWords)
      values.set("records", of: values.root, text: words.count("overview.as_of.records", summary.records))
      values.set(
        "rejected", of: values.root, text: words.count("overview.as_of.rejected", summary.rejected.count))
      values.set("quality", of: values.root, text: context.page.links.address("data-quality.html"))
      values.set("clock", of: values.root, markup: context.clockNotice ?? Markup())
      for (index, rule) in rules(context).enumerated() {
        let record = values.append(to: "rules", of: values.root)
        values.set("href", of: record, text: context.page.links.term(rule.term))
        values.set("hint", of: record, text: context.page.links.hint(rule.term))
        values.set("words", of: record, text: rule.words)
        values.set("further", of: record, flag: index > 0)
      }
    }
    return Report(.full, body: body)
  }
}

extension AsOf {
  /// `Mon 29 Sep 2025, 06:00`.
  private static func moment(_ context: ReportContext) -> String {
    context.words.fill(
      "table.moment",
      ["day": context.words.dayAndYear(context.zone.date(context.asOf)), "time": context.time(context.asOf)])
  }

  /// Whether the as-of instant lies inside the page's period.
  private static func isInside(_ context: ReportContext) -> Bool {
    context.page.period.index(of: context.zone.date(context.asOf)) != nil && context.isUnfinished
  }

  private static func last(_ context: ReportContext) -> CivilDate {
    context.zone.date(context.span?.last ?? context.asOf)
  }

  private typealias InForce = (term: String, words: String)

  /// Window and timeout, or that they differ from brand to brand.
  private static func rules(_ context: ReportContext) -> [InForce] {
    let words = context.words
    let all = context.rulesOfBrands
    guard let first = all.first,
      all.allSatisfy({ $0.window == first.window && $0.sessionTimeout == first.sessionTimeout })
    else { return [("window", words["overview.as_of.by_brand"])] }
    let window = first.window.map { words.fill("overview.as_of.window", ["length": words.length($0)]) }
    let timeout = first.sessionTimeout.map { words.fill("overview.as_of.timeout", ["length": words.length($0)]) }
    return [
      ("window", window ?? words["overview.as_of.no_window"]),
      ("session", timeout ?? words["overview.as_of.no_timeout"]),
    ]
  }
}

extension ReportContext {
  /// The rules of each brand of the data, in order, one after another the same brand left out.
  fileprivate var rulesOfBrands: [Rules] {
    var brand: UInt32?
    var all: [Rules] = []
    for party in store.parties where party.brand != brand {
      brand = party.brand
      all.append(rules.rules(for: store.name(party.brand)))
    }
    return all.isEmpty ? [rules.rules(for: "")] : all
  }
}
