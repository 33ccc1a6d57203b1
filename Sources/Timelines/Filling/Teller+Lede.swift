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
    values.set(LedeFields.lede, of: root, markup: lede ?? makeLede(links))
  }

  func fillFoot(_ links: Links, _ values: inout Values) {
    let words = kit.words.words
    if let first = events.first, let last = events.last {
      let range = words.range(kit.clock.date(first.at), kit.clock.date(last.at))
      values.set(FootFields.span, of: values.root, text: kit.words(.footSpan, ["range": range]))
    }
    values.set(FootFields.rules, of: values.root, text: rulesInForce)
    values.set(FootFields.quality, of: values.root, markup: words.markup("timeline.foot_quality", links: links))
    values.set(FootFields.zone, of: values.root, text: kit.words(.footZone, ["zone": kit.clock.zone.name]))
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
  private func makeLede(_ links: Links) -> Markup {
    let words = kit.words.words
    func counted(_ key: String, _ n: Int) -> Markup {
      words.markup("timeline.lede.\(key).\(n == 1 ? "one" : "other")", ["n": words.number(n)], links: links)
    }
    guard let last = groups.conversations.indices.last else { return words.markup("timeline.lede.none", links: links) }
    var lede = counted("conversations", groups.conversations.count) + span(links)
    let (sessions, contacts) = (groups.sessions.count, groups.contacts.count)
    if sessions > 0 { lede = lede + counted("sessions", sessions) }
    if sessions > 0, contacts > 0 { lede = lede + words.markup("timeline.lede.and", links: links) }
    if contacts > 0 { lede = lede + counted("contacts", contacts) }
    if sessions == 0, contacts == 0 { lede = lede + words.markup("timeline.lede.neither", links: links) }
    lede = lede + Markup(trusted: ".") + latest(last, links)
    self.lede = lede
    return lede
  }

  private func span(_ links: Links) -> Markup {
    let words = kit.words.words
    let first = kit.clock.date(groups.conversations[0].startedAt)
    let last = kit.clock.date(
      groups.conversations.indices.reduce(groups.conversations[0].startedAt) {
        max($0, groups.conversations[$1].closedAt ?? latest($1))
      })
    if first == last {
      return words.markup("timeline.lede.one_day", ["day": words.dayLong(first)], links: links)
    }
    let start = first.parts.year == last.parts.year ? words.shortDay(first) : words.shortDayAndYear(first)
    return words.markup(
      "timeline.lede.between", ["first": start, "last": words.shortDayAndYear(last)], links: links)
  }

  private func latest(_ index: Int, _ links: Links) -> Markup {
    let words = kit.words.words
    let form = groups.conversations.count == 1 ? "only" : "latest"
    var sentence = words.markup("timeline.lede.\(form).\(way(index).key)", links: links)
    let contacts = story.partsOf[index].map { story.parts[$0] }.filter { $0.kind == .contact }
    if !contacts.isEmpty, contacts.allSatisfy({ groups.contacts[$0.index].agentMessages == 0 }) {
      sentence = sentence + words.markup("timeline.lede.unanswered", links: links)
    }
    if groups.conversations[index].closedAt == nil {
      sentence = sentence + words.markup("timeline.lede.open", links: links)
    }
    return sentence
  }
}
