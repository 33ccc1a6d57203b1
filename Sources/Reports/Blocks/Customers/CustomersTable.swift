import Charts
import Diagnostics
import HTML
import Templating
import Time
import Wording

/// A page's customers as a table.
struct CustomersTable {
  let context: ReportContext
  let pages: CustomerPages
  let part: Int

  static let file = "customers.csv"
  private static let legend = Schema("legend", [])

  var table: Table {
    get throws(Diagnostics) {
      let entries = pages.entries(part)
      let names = entries.isEmpty ? "" : pages.name(part...part)
      var table = Table(
        id: "customers", caption: words.fill("customers.caption", ["names": names]), columns: columns)
      table.classes = ["customers"]
      table.isLong = true
      table.isSortable = true
      table.rows = entries.map(row)
      table.filters = TableFilters(
        search: words["customers.search"], noun: words[context.form("customers.noun", table.rows.count)])
      table.downloads = [context.download(CustomersTable.file)]
      table.legend = try context.render("blocks/customers_legend", CustomersTable.legend) { _ in }
      table.note = context.sentence("customers.note", ["span": span])
      table.facts = context.facts(unit: words["customers.unit"], anchor: words["customers.anchor"])
      return table
    }
  }
}

extension CustomersTable {
  private var words: Words { context.words }
  private var period: Period { context.page.period }
  private var span: String { words.range(period.first, period.last) }

  private var columns: [Table.Column] {
    func title(_ key: String) -> String { words["customers.column." + key] }
    var picture = Table.Column(words.fill("customers.column.picture", ["span": span]), classes: ["spk"])
    picture.titleIsHidden = true
    picture.titleMarkup = axis.render()
    return [.head(title("name"), sort: .ascending), .init(title("id"), classes: ["cid", "quiet"])]
      + (context.hasBrands ? [.init(title("brand"), sort: .possible)] : []) + [picture]
      + ["conversations", "sessions", "contacts", "seen"].map { .init(title($0), .number, sort: .possible) }
  }

  /// The first day, every Monday or first of a month after it, the last day.
  private var axis: RangeAxis {
    let days = Double(max(period.days - 1, 1))
    let step = max(1, period.days / 4)
    let places = stride(from: 0, to: period.days - max(1, step / 2), by: step).map { $0 } + [period.days - 1]
    return RangeAxis(
      labels: places.map { place in
        let day = period.first.advanced(by: place)
        let isEdge = place == 0 || place == period.days - 1
        let text = place == 0 || day.parts.day < step + 1 ? words.shortDay(day) : String(day.parts.day)
        return RangeAxis.Label(place: Double(place) / days * 100, text: text, isMinor: !isEdge)
      })
  }

  private func row(_ entry: CustomerOrder.Entry) -> Table.Row {
    let fact = context.facts.parties[entry.fact]
    let counts = [fact.conversations.count, fact.sessions.count, fact.contacts.count]
    let brand: [Table.Cell] = context.hasBrands ? [.text(context.brand(fact.party))] : []
    let (date, time) = context.zone.local(entry.lastSeen)
    let seen = words.fill(
      "table.moment",
      [
        "day": date.parts.year == period.last.parts.year ? words.shortDay(date) : words.shortDayAndYear(date),
        "time": words.time(millisecondOfDay: time),
      ])
    return Table.Row(
      [.link(entry.name, href: context.href(fact.party)), .text(context.customerID(fact.party))] + brand
        + [.markup(picture(fact).render())] + counts.map { .number(words.number($0), $0) }
        + [.text(seen, sort: String(entry.lastSeen.milliseconds / 1000))])
  }

  private func picture(_ fact: PartyFact) -> LaneSpark {
    let instants = period.instants(in: context.zone)
    let conversations = context.facts.conversations[fact.conversations].map(\.group)
    let began = conversations.filter { instants.contains($0.startedAt) }
    let days = began.prefix(6).map { words.shortDay(context.zone.date($0.startedAt)) }
    let title = words.fill(
      began.isEmpty ? "customers.picture.none" : context.form("customers.picture.some", began.count),
      ["n": words.number(began.count), "days": words.list(days + (began.count > 6 ? ["…"] : []))])
    return LaneSpark(
      title: title, from: instants.lowerBound.milliseconds, to: instants.upperBound.milliseconds,
      conversations: conversations.map {
        .init(start: $0.startedAt.milliseconds, end: ($0.closedAt ?? $0.lastActivityAt).milliseconds)
      },
      sessions: context.facts.sessions[fact.sessions].map(\.group.startedAt.milliseconds),
      contacts: context.facts.contacts[fact.contacts].map(\.group.startedAt.milliseconds))
  }
}
