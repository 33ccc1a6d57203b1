import HTML
import Time
import Wording

/// The line at the foot of a page that says what its figures rest on.
struct SiteFacts {
  let site: SiteProgram
  let data: SiteData
}

extension SiteFacts {
  /// For the foot of every sheet of paper.
  var running: String {
    site.sources.words.fill("layout.running", ["site": site.sources.configuration.title, "as_of": asOf])
  }

  /// For pages of reports: as of when, which data, which rules, how much of it was read.
  func report(_ links: Links) -> Markup {
    let words = site.sources.words
    let summary = data.store.summary
    let line = words.markup(
      "layout.facts",
      [
        "as_of": asOf, "span": words.range(data.first, data.last), "rules": rules(brand: ""),
        "records": words.number(summary.records), "rejected": words.number(summary.rejected.count),
        "zone": site.sources.zone.name,
      ], links: links)
    guard let gap = data.store.latestGap, gap > Length.days(7) else { return line }
    let warning = words.markup(
      "layout.clock_warning", ["latest": words.dayAndYear(site.sources.zone.date(data.asOf))], links: links)
    return Markup(trusted: "<strong>") + warning + Markup(trusted: "</strong> ") + line
  }

  /// `29 Sep 2025, 06:00`.
  private var asOf: String {
    let (words, local) = (site.sources.words, site.sources.zone.local(data.asOf))
    return words.fill(
      "table.moment",
      ["day": words.shortDayAndYear(local.date), "time": words.time(millisecondOfDay: local.millisecondOfDay)])
  }

  /// `24 h window, 2 h timeout`.
  private func rules(brand: String) -> String {
    let words = site.sources.words
    let rules = site.sources.rules.rules(for: brand)
    let window = rules.window.map { words.fill("layout.rule_window", ["length": words.length($0)]) }
    let timeout = rules.sessionTimeout.map { words.fill("layout.rule_timeout", ["length": words.length($0)]) }
    return words.list([window ?? words["layout.rule_window_none"], timeout ?? words["layout.rule_timeout_none"]])
  }
}
