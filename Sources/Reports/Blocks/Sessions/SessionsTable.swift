import Charts
import Grouping
import HTML
import Time
import Wording

/// The table of a day's Sessions as a reader sees it; all columns are in its CSV.
struct SessionsTable {
  let context: ReportContext
  let sessions: [SessionFact]

  var table: Table {
    var table = Table(id: "sessions", caption: words["sessions.detail.caption"], columns: columns)
    table.isLong = true
    table.isSortable = true
    let longest = sessions.map(\.group.active.milliseconds).max() ?? 0
    table.rows = sessions.map { row($0, longest: Double(longest)) }
    table.filters = filters
    table.note = context.sentence("sessions.detail.note")
    table.facts = SessionsTable.facts(context)
    return table
  }

  static func facts(_ context: ReportContext) -> String {
    context.facts(unit: context.words["sessions.unit"], anchor: context.words["sessions.anchor"])
  }
}

extension SessionsTable {
  private var words: Words { context.words }

  private var columns: [Table.Column] {
    func title(_ key: String) -> String { words["sessions.detail." + key] }
    var bar = Table.Column(title("bar"), classes: ["dur"])
    bar.titleIsHidden = true
    var columns: [Table.Column] = [
      .head(title("session"), sort: .possible, isSticky: true), .init(title("customer"), sort: .possible),
    ]
    if context.hasBrands { columns.append(.init(title("brand"), sort: .possible)) }
    columns += [
      .init(title("channel"), sort: .possible, classes: ["named"]), .init(title("started"), .number, sort: .ascending),
      .init(title("ended"), .number, sort: .possible), .init(title("how"), sort: .possible),
      .init(title("messages"), .number, sort: .possible), .init(title("active"), .number, sort: .possible), bar,
      .init(title("duration"), .number, sort: .possible), .init(title("handed_off"), sort: .possible),
      .init(title("conversation"), sort: .possible),
    ]
    return columns
  }

  private func row(_ fact: SessionFact, longest: Double) -> Table.Row {
    let group = fact.group
    let bar = DurationStrip(active: Double(group.active.milliseconds), most: longest).render()
    var cells = [
      context.cell(fact.party, context.address(.session, fact.party, context.sessionID(group))),
      .link(context.shownName(fact.party), href: context.href(fact.party)),
    ]
    if context.hasBrands { cells.append(.text(context.brand(fact.party))) }
    cells += [
      .text(context.shownChannel(group.channel)), .text(context.time(group.startedAt), sort: order(group.startedAt)),
      ended(group), .text(how(fact)), .number(words.number(group.messages), group.messages),
      .text(words.clockLength(group.active), sort: seconds(group.active)), .markup(bar),
      group.duration.map { .text(words.clockLength($0), sort: seconds($0)) } ?? missing, contact(fact),
      conversation(fact),
    ]
    return Table.Row(
      cells,
      data: [
        .init("channel", context.store.channels[Int(group.channel)]), .init("how", group.endReason?.rawValue ?? "open"),
      ])
  }

  private var missing: Table.Cell { .quiet(words["table.missing"], sort: "-1") }

  /// Seconds since the page's first midnight: rows of one page compare by it, across a change of clocks too.
  private func order(_ instant: Instant) -> String {
    seconds(instant - context.zone.start(of: context.page.period.first))
  }

  private func seconds(_ length: Length) -> String { String(length.milliseconds / 1000) }

  private func ended(_ group: Groups.Session) -> Table.Cell {
    guard let end = group.endedAt else { return .quiet(words["sessions.detail.still_open"], sort: "999999999") }
    var cell = Table.Cell.text(context.time(end), sort: order(end))
    let days = context.zone.date(end).dayNumber - context.zone.date(group.startedAt).dayNumber
    if days > 0 {
      cell.mark = (
        "+\(days)", days == 1 ? words["table.next_day"] : words.fill("table.days_later", ["n": words.number(days)])
      )
    }
    return cell
  }

  /// How it ended; whether the AI ever replied belongs to it.
  private func how(_ fact: SessionFact) -> String {
    let ended = endWords(fact.group.endReason, brand: context.brand(fact.party))
    guard fact.group.outcome == .didNotRespond else { return ended }
    return words.fill("sessions.end.silent", ["end": ended])
  }

  private func endWords(_ reason: Groups.SessionEnd?, brand: String) -> String {
    guard let reason else { return words["sessions.end.open"] }
    let timeout = context.rules.rules(for: brand).sessionTimeout
    guard reason == .inactivity, let timeout else { return words["sessions.end." + reason.rawValue] }
    return words.fill("sessions.end.inactivity", ["length": words.length(timeout)])
  }

  private func contact(_ fact: SessionFact) -> Table.Cell {
    guard let position = fact.group.contact else { return .quiet(words["sessions.detail.no_contact"]) }
    let id = context.contactID(context.facts.contacts[position].group)
    return context.cell(
      fact.party, context.address(.contact, fact.party, id), before: words["sessions.detail.contact"])
  }

  private func conversation(_ fact: SessionFact) -> Table.Cell {
    let id = context.conversationID(context.facts.conversations[fact.group.conversation].group)
    return context.cell(fact.party, context.address(.conversation, fact.party, id))
  }

  private var filters: TableFilters {
    let channels = Set(sessions.map(\.group.channel)).map {
      (context.store.channels[Int($0)], context.shownChannel($0))
    }
    let reasons = [Groups.SessionEnd.inactivity, .handoff, .ended, .closed, nil].filter { reason in
      sessions.contains { $0.group.endReason == reason }
    }
    return TableFilters(
      search: words["sessions.detail.search"],
      choices: [
        .init(
          name: "channel", label: words["sessions.detail.channel"],
          options: channels.sorted { $0 < $1 }.map { .init($0.0, $0.1) }),
        .init(
          name: "how", label: words["sessions.detail.how"],
          options: reasons.map { .init($0?.rawValue ?? "open", endWords($0, brand: "")) }),
      ], noun: words[context.form("sessions.detail.noun", sessions.count)])
  }
}
