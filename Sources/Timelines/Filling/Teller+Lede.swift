import Events
import HTML
import Templating
import Time
import Wording

/// Fills a page's head and foot.
extension Teller {
  /// - Parameter part: what the page holds, and the address of the first page, where a timeline is split.
  func fillLede(_ links: Links, part: (name: String, whole: String)?, _ values: inout Values) {
    let root = values.root
    values.set(LedeFields.customers, of: root, text: links.address("customers/index.html"))
    values.set(LedeFields.name, of: root, text: shownName)
    values.set(LedeFields.id, of: root, text: customer)
    if let part {
      values.set(LedeFields.whole, of: root, text: part.whole)
      values.set(LedeFields.page, of: root, text: part.name)
    }
    for (label, value) in facts {
      let fact = values.append(to: LedeFields.facts, of: root)
      values.set(LedeFields.factLabel, of: fact, text: label)
      values.set(LedeFields.factValue, of: fact, text: value)
    }
    if let record = RecordLink.customer(kit.settings.linkTemplate, customer: customer) {
      values.set(LedeFields.record, of: root, text: record)
    }
    if lede.isEmpty { lede = makeLede(links) }
    values.build(LedeFields.lede, of: root) { $0 += lede }
  }

  func fillFoot(_ links: Links, _ values: inout Values) -> String {
    let words = kit.words.words
    var span = ""
    if let first = events.first, let last = events.last {
      let range = words.range(kit.clock.date(first.at), kit.clock.date(last.at))
      span = kit.words(.footSpan, ["range": range])
      values.set(FootFields.span, of: values.root, text: span)
    }
    values.set(FootFields.rules, of: values.root, text: rulesInForce)
    values.set(FootFields.quality, of: values.root, markup: words.markup("timeline.foot_quality", links: links))
    values.set(FootFields.zone, of: values.root, text: kit.words(.footZone, ["zone": kit.clock.zone.name]))
    return span
  }
}

extension Teller {
  /// What the export tells of the person.
  private var facts: [(String, String)] {
    var facts: [(String, String)] = []
    if !brand.isEmpty { facts.append((kit.words(.brand), brand)) }
    facts += person.emails.filter { $0 != shownName }.map { (kit.words(.email), $0) }
    facts += person.phones.map { (kit.words(.phone), $0) }
    if !person.address.isEmpty { facts.append((kit.words(.address), person.address)) }
    facts += person.externalIDs.map {
      ($0.system.isEmpty ? kit.words(.otherId) : kit.words(.idAt, ["system": $0.system]), $0.id)
    }
    return facts
  }

  private var rulesInForce: String {
    let window = rules.window.map(kit.clock.words.length) ?? ""
    let timeout = rules.sessionTimeout.map(kit.clock.words.length) ?? ""
    let say: Say =
      switch (rules.window, rules.sessionTimeout) {
      case (_?, _?): .footRules
      case (_?, nil): .footRulesWindow
      case (nil, _?): .footRulesTimeout
      case (nil, nil): .footRulesNone
      }
    return kit.words(say, .window(window), .timeout(timeout))
  }
}

extension Teller {
  /// `3 conversations between 9 Sep and 27 Sep 2025, holding 3 AI sessions and 2 contacts. The latest was …`
  private func makeLede(_ links: Links) -> [UInt8] {
    var lede: [UInt8] = []
    lede.reserveCapacity(Teller.usualLede)
    let words = kit.words.words
    func add(_ key: String, _ values: KeyValuePairs<String, String> = [:]) {
      words.append(markup: "timeline.lede." + key, values, links: links, to: &lede)
    }
    func add(counted key: String, _ n: Int) {
      words.append(
        markup: words.form("timeline.lede." + key, n), ["n": words.number(n)], links: links, to: &lede)
    }
    guard let last = groups.conversations.indices.last else {
      add("none")
      return lede
    }
    add(counted: "conversations", groups.conversations.count)
    tellSpan(add)
    let (sessions, contacts) = (groups.sessions.count, groups.contacts.count)
    if sessions > 0 { add(counted: "sessions", sessions) }
    if sessions > 0, contacts > 0 { add("and") }
    if contacts > 0 { add(counted: "contacts", contacts) }
    if sessions == 0, contacts == 0 { add("neither") }
    lede.append(".")
    tellLatest(last, add)
    return lede
  }

  /// In bytes, with the definitions of its terms.
  private static var usualLede: Int { 2000 }

  /// Adds a sentence of the lede by its key.
  private typealias Add = (String, KeyValuePairs<String, String>) -> Void

  private func tellSpan(_ add: Add) {
    let words = kit.words.words
    let first = kit.clock.date(groups.conversations[0].startedAt)
    let last = kit.clock.date(
      groups.conversations.indices.reduce(groups.conversations[0].startedAt) {
        max($0, groups.conversations[$1].closedAt ?? latest($1))
      })
    if first == last { return add("one_day", ["day": words.dayLong(first)]) }
    let start = first.parts.year == last.parts.year ? words.shortDay(first) : words.shortDayAndYear(first)
    add("between", ["first": start, "last": words.shortDayAndYear(last)])
  }

  private func tellLatest(_ index: Int, _ add: Add) {
    add((groups.conversations.count == 1 ? "only." : "latest.") + way(index).key, [:])
    let contacts = story.partsOf[index].lazy.map { self.story.parts[$0] }.filter { $0.kind == .contact }
    if !contacts.isEmpty, contacts.allSatisfy({ groups.contacts[$0.index].agentMessages == 0 }) {
      add("unanswered", [:])
    }
    if groups.conversations[index].closedAt == nil { add("open", [:]) }
  }
}
