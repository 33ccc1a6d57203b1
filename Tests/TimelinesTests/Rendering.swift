import Events
import Files
import Foundation
import Grouping
import Privacy
import TestSupport
import Time
import Timelines
import Wording

/// A page as a test looks at it.
struct RenderedPage {
  let address: String
  let title: String
  let lede: String
  let picture: String
  let list: String
  let foot: String

  var text: String { lede + picture + list + foot }
}

/// One history, a line an event: JSON without the customer, which is `c`.
struct History {
  private var lines: [String] = []

  init(_ lines: [String] = []) { self.lines = lines }
}

extension History {
  /// Adds an event; `id` is its number from 1.
  mutating func add(
    _ at: String, _ kind: String, _ actor: String, channel: String = "chat",
    _ fields: KeyValuePairs<String, String> = [:]
  ) {
    let own = [("id", "e\(lines.count + 1)"), ("customer", "c"), ("at", at)]
    let all = own + [("kind", kind), ("actor", actor), ("channel", channel)] + fields.map { ($0.key, $0.value) }
    lines.append("{" + all.map { "\(quoted($0.0)):\(quoted($0.1))" }.joined(separator: ",") + "}")
  }

  var jsonl: String { lines.joined(separator: "\n") }

  func pages(
    zone: String = "UTC", rules: [RuleSet.Setting] = [], settings: TimelineSettings = TimelineSettings(),
    asOf: String? = nil
  ) throws -> [RenderedPage] {
    try render(jsonl, zone: zone, rules: rules, settings: settings, asOf: asOf)
  }

  private func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }
}

/// Every page of the first customer of an export.
func render(
  _ jsonl: String, zone name: String = "UTC", rules: [RuleSet.Setting] = [],
  settings: TimelineSettings = TimelineSettings(), asOf: String? = nil, further: [String: String] = [:]
) throws -> [RenderedPage] {
  var files = further
  files["data/events.jsonl"] = jsonl
  let store = try ExportReader(source: MemoryFileSource(files), jobs: 1, aiActors: { _ in [] })
    .read([DataEntry(path: "data")])
  let words = try Repository.words()
  let rules = try RuleSet(base: rules)
  let view = try TimelineView(
    store: store, rules: rules, zone: try zone(name), words: words, audience: .everyone,
    templates: try Repository.templates(words: words), hints: ["session": "An interaction with \"the AI\"."],
    settings: settings)
  var grouper = Grouper(rules: rules.rules(for: ""), channels: store.channels)
  var groups = Groups()
  let end = asOf.flatMap { Instant($0) } ?? store.latest ?? Instant(milliseconds: 0)
  grouper.group(store.events(of: store.parties[0]), asOf: end, into: &groups)
  var scratch = TimelineScratch()
  var pages: [RenderedPage] = []
  view.pages(party: 0, groups: groups, scratch: &scratch) { pages.append(RenderedPage($0)) }
  return pages
}

func zone(_ name: String) throws -> Zone {
  try Zone.load(name) { try? Array(Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + $0))) }
}

extension RenderedPage {
  init(_ page: TimelinePage) {
    address = page.address
    title = page.title
    lede = String(decoding: page.lede, as: UTF8.self)
    picture = String(decoding: page.picture, as: UTF8.self)
    list = String(decoding: page.list, as: UTF8.self)
    foot = String(decoding: page.foot, as: UTF8.self)
  }

  /// What is read in the thread, a line each: heads, boundaries with their times, rows.
  var thread: [String] {
    guard let start = list.range(of: "<div class=thread")?.lowerBound else { return [] }
    return String(list[start...])
      .replacing("dir=auto>\n", with: "dir=auto>").replacing("\n<", with: "\u{1}<").replacing(
        "</summary>", with: "\u{1}"
      )
      .replacing("\n", with: " ").replacing(#/<[^>]+>/#, with: " ").split(separator: "\u{1}")
      .map { $0.split(separator: " ").joined(separator: " ").replacing("&#39;", with: "'") }
      .filter { !$0.isEmpty }
  }

  /// Values of an attribute, in order.
  func values(_ attribute: String) -> [String] {
    let parts = text.components(separatedBy: " \(attribute)=\"").dropFirst()
    return parts.map { String($0.prefix { $0 != "\"" }) }
  }

  var ids: [String] { values("id") }

  /// The address without its folder.
  var file: String { address.split(separator: "/").last.map(String.init) ?? "" }
}
