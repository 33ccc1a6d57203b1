import Events
import Files
import Grouping
import Privacy
import Reports
import TestSupport
import Time
import Wording

/// A small export as text, read and grouped as a site's would be, with the real templates and words.
struct Example {
  var context: ReportContext

  /// - Parameters:
  ///   - files: by path below `data`, neutral events as CSV or JSONL.
  ///   - asOf: the latest event's instant if nil.
  init(
    _ files: [String: String], rules: RuleSet = RuleSet(), zone: Zone = .utc, asOf: String? = nil,
    first: String = "2025-09-01", last: String = "2025-09-28", settings: ReportSettings = ReportSettings()
  ) throws {
    let source = MemoryFileSource(
      Dictionary(uniqueKeysWithValues: files.map { ("data/" + $0.key, $0.value) }))
    let store = try ExportReader(source: source, jobs: 1) { _ in ["SIDEKICK_V2"] }.read([DataEntry(path: "data")])
    let end = asOf.flatMap { Instant($0) } ?? store.latest ?? Instant(milliseconds: 0)
    let words = try Repository.words()
    context = ReportContext(
      store: store, facts: try Example.facts(store, rules, end), rules: rules, asOf: end, zone: zone, words: words,
      audience: .everyone, templates: try Repository.templates(words: words), settings: settings,
      page: PageScope(
        address: "sessions.html", subject: .period, period: Period(first: day(first), last: day(last)),
        links: Links(from: "sessions.html", hints: [:])))
  }

  init(events: String, zone: Zone = .utc, asOf: String? = nil, settings: ReportSettings = ReportSettings()) throws {
    try self.init(["events.csv": events], zone: zone, asOf: asOf, settings: settings)
  }
}

extension Example {
  /// A block on the page of the whole period.
  func report(_ name: String, _ options: [String: String] = [:], at address: String = "sessions.html") throws -> Report
  {
    try report(name, options, address, .period, context.page.period)
  }

  /// A block on a day's page.
  func report(_ name: String, day text: String, part: Int = 0, _ options: [String: String] = [:]) throws -> Report {
    let date = day(text)
    return try report(
      name, options, PageFamilies.address(of: date, part: part), .day(part: part), Period(first: date, last: date))
  }

  func report(
    _ name: String, _ options: [String: String], _ address: String, _ subject: PageScope.Subject, _ period: Period
  ) throws -> Report {
    var context = context
    context.page = PageScope(
      address: address, subject: subject, period: period, links: Links(from: address, hints: [:]))
    guard let block = ReportCatalogue.block(named: name) else { throw UnknownBlock(name: name) }
    return try block.report(context, options: options)
  }

  struct UnknownBlock: Error { var name: String }

  private static func facts(_ store: EventStore, _ rules: RuleSet, _ asOf: Instant) throws -> Facts {
    let facts = Facts()
    var groups = Groups()
    for (index, party) in store.parties.enumerated() {
      var grouper = Grouper(rules: rules.rules(for: store.name(party.brand)), channels: store.channels)
      let events = store.events(of: party)
      grouper.group(events, asOf: asOf, into: &groups)
      try facts.add(groups, party: index, events: events)
    }
    return facts
  }
}

extension Report {
  /// A file's content as text, if the report has it.
  func file(_ address: String) -> String? {
    files.first { $0.address == address }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
