import Diagnostics
import Events
import HTML
import Templating

/// Events that do not fit the groups they meet, by kind, the most frequent first, with the first few.
struct AnomaliesTable {
  let context: ReportContext

  static let address = "anomalies.csv"
  private static let examples = 3
  private static let link = Schema("link", [.text("words"), .text("href")])
  private static let links = Schema("links", [.list("links", link)])

  var table: Table {
    get throws(Diagnostics) {
      let words = context.words
      var cells: [String: Markup] = [:]
      for kind in kinds { cells[kind.name] = try examples(of: kind) }
      let columns: [Table.Column] = [
        .head(words["quality.anomalies.kind"], classes: ["long"]), .init(words["quality.anomalies.events"], .number),
        .init(words["quality.anomalies.first"]),
      ]
      var table = context.qualityTable("anomalies", columns, of: kinds) { kind in
        Table.Row([
          .text(shown(kind.name)), .number(words.number(kind.events.count), kind.events.count),
          .markup(cells[kind.name] ?? Markup()),
        ])
      }
      table.downloads = [context.download(AnomaliesTable.address)]
      return table
    }
  }

  var file: Report.File {
    var csv = CSVWriter(header: ["event", "anomaly", "at", "brand", "customer"])
    for anomaly in context.facts.anomalies {
      let party = context.party(ofEvent: anomaly.event)
      csv.append([
        .id(context.eventID(anomaly.event)), .id(anomaly.kind.name), .instant(context.store.events[anomaly.event].at),
        .text(context.brand(party)), .id(context.customerID(party)),
      ])
    }
    return Report.File(address: AnomaliesTable.address, bytes: csv.bytes)
  }
}

extension AnomaliesTable {
  private typealias Kind = (name: String, events: [Int])

  private var kinds: [Kind] {
    var places: [String: Int] = [:]
    var kinds: [Kind] = []
    for anomaly in context.facts.anomalies {
      let place = places[anomaly.kind.name] ?? kinds.count
      if place == kinds.count {
        places[anomaly.kind.name] = place
        kinds.append((anomaly.kind.name, []))
      }
      kinds[place].events.append(anomaly.event)
    }
    return kinds.sorted { ($1.events.count, $0.name) < ($0.events.count, $1.name) }
  }

  private func shown(_ name: String) -> String {
    let key = "quality.anomalies." + name
    return context.words.has(key) ? context.words[key] : name
  }

  /// Of a timeline of several pages the first, which lists the others.
  private func href(ofEvent event: Int) -> String? {
    let party = context.party(ofEvent: event)
    guard context.store.parties[party].events.count <= context.settings.eventsPerTimelinePage else {
      return context.href(party)
    }
    return context.href(party, context.address(.event, party, context.eventID(event)))
  }

  private func examples(of kind: Kind) throws(Diagnostics) -> Markup {
    try context.render("blocks/_links", AnomaliesTable.links) { values in
      for event in kind.events.prefix(AnomaliesTable.examples) {
        let record = values.append(to: "links", of: values.root)
        values.set("words", of: record, text: context.moment(context.store.events[event].at))
        if let href = href(ofEvent: event) { values.set("href", of: record, text: href) }
      }
    }
  }
}
