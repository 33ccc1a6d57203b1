import Diagnostics
import Grouping
import HTML
import Time
import Wording

/// The rules that grouped the data: a row a rule, a column for the brands that share all of them.
enum RulesInForce {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let sets = ruleSets(context)
    var table = Table(
      id: "rules-in-force", caption: context.words["quality.rules.caption"],
      columns: [.head(context.words["quality.rules.rule"])]
        + sets.map { Table.Column(title($0.brands, alone: sets.count == 1, context), classes: ["long"]) })
    table.rows = Rule.inOrder.map { rule in
      Table.Row(
        [.markup(context.sentence("quality.rules.\(rule.rawValue)"))]
          + sets.map { .text(rule.value(in: $0.rules, context.words)) })
    }
    let file = csv(sets, context)
    table.downloads = [context.download(file.address)]
    table.note = context.sentence("quality.rules.note")
    table.facts = context.facts(unit: context.words["quality.rules.unit"], anchor: nil)
    return Report(.row, body: try context.render(table), files: [file])
  }
}

extension RulesInForce {
  private typealias Shared = (brands: [String], rules: Rules)

  /// Brands of the data, in the byte order of their names, put together where their rules are alike.
  private static func ruleSets(_ context: ReportContext) -> [Shared] {
    var sets: [Shared] = []
    var last: UInt32?
    for party in context.store.parties where party.brand != last {
      last = party.brand
      let brand = context.store.name(party.brand)
      let rules = context.rules.rules(for: brand)
      if let place = sets.firstIndex(where: { $0.rules == rules }) {
        sets[place].brands.append(brand)
      } else {
        sets.append(([brand], rules))
      }
    }
    return sets.isEmpty ? [([""], context.rules.rules(for: ""))] : sets
  }

  private static func csv(_ sets: [Shared], _ context: ReportContext) -> Report.File {
    var csv = CSVWriter(header: ["brand", "rule", "value"])
    for set in sets {
      for brand in set.brands {
        for rule in Rule.inOrder { csv.append([.text(brand), .id(rule.rawValue), .text(rule.setting(in: set.rules))]) }
      }
    }
    return Report.File(address: context.fileBeside("-rules.csv"), bytes: csv.bytes)
  }

  private static func title(_ brands: [String], alone: Bool, _ context: ReportContext) -> String {
    if alone { return context.words["quality.rules.value"] }
    return context.words.list(brands.map { $0.isEmpty ? context.words["quality.rules.no_brand"] : $0 })
  }
}

/// The rules, under their names in `site.yml`.
private enum Rule: String {
  case window, anchor, quiet, route, routes
  case sessionTimeout = "session_timeout"
  case contactTimeout = "contact_timeout"
  case conversationIDs = "conversation_ids"
  case aiActors = "ai_actors"
}

extension Rule {
  static let inOrder: [Rule] = [
    .window, .anchor, .sessionTimeout, .contactTimeout, .quiet, .route, .routes, .conversationIDs, .aiActors,
  ]

  func value(in rules: Rules, _ words: Words) -> String {
    switch self {
    case .window: length(rules.window, words)
    case .anchor: words["quality.rules.anchors." + rules.anchor.rawValue]
    case .sessionTimeout: length(rules.sessionTimeout, words)
    case .contactTimeout: length(rules.contactTimeout, words)
    case .quiet: length(rules.quiet, words)
    case .route: words["quality.rules.routes_to." + rules.route.rawValue]
    case .routes: routes(rules.routes, words)
    case .conversationIDs: words["quality.rules.ids." + rules.conversationIDs.rawValue]
    case .aiActors: rules.aiActors.isEmpty ? words["table.missing"] : words.list(rules.aiActors)
    }
  }

  /// As in `site.yml`.
  func setting(in rules: Rules) -> String {
    switch self {
    case .window: rules.window?.description ?? "none"
    case .anchor: rules.anchor.rawValue
    case .sessionTimeout: rules.sessionTimeout?.description ?? "none"
    case .contactTimeout: rules.contactTimeout?.description ?? "none"
    case .quiet: rules.quiet?.description ?? "none"
    case .route: rules.route.rawValue
    case .routes:
      rules.routes.sorted { $0.key < $1.key }.map { $0 + "=" + $1.rawValue }.joined(separator: "|")
    case .conversationIDs: rules.conversationIDs.rawValue
    case .aiActors: rules.aiActors.joined(separator: "|")
    }
  }

  private func length(_ length: Length?, _ words: Words) -> String {
    length.map(words.length) ?? words["quality.rules.no_limit"]
  }

  private func routes(_ routes: [String: Rules.Route], _ words: Words) -> String {
    if routes.isEmpty { return words["table.missing"] }
    return words.groups(
      routes.sorted { $0.key < $1.key }.map { channel, route in
        let key = "channel." + channel
        return (words.has(key) ? words[key] : channel) + ": " + words["quality.rules.routes_to." + route.rawValue]
      })
  }
}
