import Diagnostics
import Grouping
import HTML
import Time
import Wording

/// Conversations that were open when the data ended, the oldest first: all of them, on a month's page those that began
/// in it.
enum OpenConversations {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let facts = FactRun(facts: context.facts.conversations, positions: positions(context).map { UInt32($0) })
    let file = context.file("conversations-open.csv")
    var body = try context.render(ages(facts, file: file, context))
    if !facts.isEmpty { body = try body + context.render(list(facts, context)) }
    return Report(
      .row, body: body, side: try side(facts, context),
      files: [Report.File(address: file, bytes: csv(facts, context))], personal: !facts.isEmpty)
  }

  /// In `Facts.conversations`, by start.
  static func positions(_ context: ReportContext) -> [Int] {
    let all = context.facts.conversations
    let span = context.page.subject == .month ? context.page.period.instants(in: context.zone) : nil
    return all.indices.filter {
      all[$0].group.closedAt == nil && span?.contains(all[$0].group.startedAt) ?? true
    }.sorted { (all[$0].group.startedAt, $0) < (all[$1].group.startedAt, $1) }
  }
}

extension OpenConversations {
  /// How long they have been open, at most so long; the last has no limit.
  private static let limits: [Length?] = [.hours(24), .days(2), .days(7), nil]

  private static func ages(_ facts: FactRun<ConversationFact>, file: String, _ context: ReportContext) -> Table {
    let words = context.words
    func column(_ key: String) -> Table.Column { Table.Column(words["conversations.open.column.\(key)"], .number) }
    var table = Table(
      id: "open-ages", caption: words["conversations.open.ages"],
      columns: [.head(words["conversations.open.column.age"]), column("conversations"), column("share")])
    var least = Length(milliseconds: 0)
    for limit in limits {
      let n = facts.count { fact in
        let age = context.asOf - fact.group.startedAt
        return age >= least && (limit.map { age < $0 } ?? true)
      }
      table.rows.append(
        Table.Row([.text(name(from: least, to: limit, words)), context.count(n), context.share(n, of: facts.count)]))
      least = limit ?? least
    }
    table.captionIsHidden = false
    table.totals = Table.Row([
      .text(words["overview.bucket.total"]), context.count(facts.count), context.share(facts.count, of: facts.count),
    ])
    table.downloads = [context.download(file)]
    table.facts = context.facts(
      unit: words["conversations.open.ages_unit"], anchor: words["conversations.open.ages_anchor"])
    return table
  }

  private static func name(from least: Length, to limit: Length?, _ words: Words) -> String {
    guard let limit else { return words.fill("conversations.open.age.over", ["from": words.length(least)]) }
    if least.milliseconds == 0 { return words.fill("conversations.open.age.under", ["to": words.length(limit)]) }
    return words.fill("conversations.open.age.between", ["from": words.length(least), "to": words.length(limit)])
  }

  private static func list(_ facts: FactRun<ConversationFact>, _ context: ReportContext) -> Table {
    let words = context.words
    func title(_ key: String) -> String { words["conversations.open.column.\(key)"] }
    var table = Table(
      id: "open-list", caption: words["conversations.open.caption"],
      columns: [
        .head(title("conversation"), isSticky: true), .init(title("customer")),
        .init(title("channel"), classes: ["named"]), .init(title("started"), .number), .init(title("last"), .number),
        .init(title("held")),
      ])
    table.captionIsHidden = false
    table.rows = facts.prefix(context.settings.rowsPerPage).map { row($0, context) }
    if facts.count > table.rows.count {
      table.note = context.sentence(
        "conversations.open.first", ["n": words.number(table.rows.count), "all": words.number(facts.count)])
    }
    table.facts = context.facts(unit: words["conversations.open.unit"], anchor: words["conversations.open.anchor"])
    return table
  }

  private static func row(_ fact: ConversationFact, _ context: ReportContext) -> Table.Row {
    let group = fact.group
    let words = context.words
    return Table.Row([
      context.cell(fact.party, context.address(.conversation, fact.party, context.conversationID(group))),
      .link(context.shownName(fact.party), href: context.href(fact.party)), .text(context.shownChannel(fact.channel)),
      .text(context.moment(group.startedAt)), .text(context.moment(group.lastActivityAt)),
      .text(
        words.fill(
          "conversations.open.held",
          [
            "sessions": words.count("count.sessions", group.sessions),
            "contacts": words.count("count.contacts", group.contacts),
          ])),
    ])
  }

  private static func side(_ facts: FactRun<ConversationFact>, _ context: ReportContext) throws(Diagnostics) -> Markup {
    let words = context.words
    let key = context.page.subject == .month ? "conversations.open.words_month" : "conversations.open.words"
    return try context.paragraphs(
      [
        context.sentence(
          facts.isEmpty ? key + ".none" : context.form(key, facts.count),
          ["n": words.number(facts.count), "as_of": context.moment(context.asOf)])
      ], notes: facts.isEmpty ? [] : [context.sentence("conversations.open.note")])
  }

  private static func csv(_ facts: FactRun<ConversationFact>, _ context: ReportContext) -> [UInt8] {
    var csv = CSVWriter(header: [
      "id", "brand", "customer", "customer_name", "channel", "started_at", "last_activity_at", "sessions", "contacts",
    ])
    for fact in facts {
      csv.append([
        .id(context.conversationID(fact.group)), .text(context.brand(fact.party)), .id(context.customerID(fact.party)),
        .text(context.shownName(fact.party)), .text(context.store.channels[Int(fact.channel)]),
        .instant(fact.group.startedAt), .instant(fact.group.lastActivityAt), .number(fact.group.sessions),
        .number(fact.group.contacts),
      ])
    }
    return csv.bytes
  }
}
