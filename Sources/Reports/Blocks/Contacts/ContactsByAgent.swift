import Diagnostics
import HTML

/// Contacts by the agents that wrote in them, by name: a record of work, not a ranking. A Contact with two agents counts
/// once for each.
enum ContactsByAgent {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let contacts = context.contacts(endedIn: context.page.period)
    let breakdown = ContactBreakdown(
      context: context, words: "contacts.agents", rows: rows(contacts, context),
      total: ContactTally(contacts, context.facts),
      isSortedByName: true)
    let file = context.file("contacts-by-agent.csv")
    return Report(
      .row, body: try context.render(breakdown.table(id: "contacts-by-agent-table", file: file)),
      side: try context.paragraphs(
        [context.sentence("contacts.agents.words")],
        notes: [context.sentence("contacts.agents.twice"), context.sentence("overview.strip.note")]),
      files: [Report.File(address: file, bytes: breakdown.csv(header: ["agent", "agent_name"]))], personal: true)
  }
}

extension ContactsByAgent {
  /// Agents in the order of names, then those that the export does not name, then what nobody answered.
  private static func rows(_ contacts: FactRun<ContactFact>, _ context: ReportContext) -> [ContactBreakdown.Row] {
    let byAgent = contacts.grouped { context.facts.agents(of: $0) }
    let agents = byAgent.map { ($0.key, context.store.agentName($0.key) ?? "", $0.value) }
    let named = agents.map { (Collation($0.1), Collation(context.store.name($0.0)), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    return named.map { _, _, agent in
      ContactBreakdown.Row(
        name: agent.1, ids: [.id(context.store.name(agent.0)), .text(agent.1)], agent.2, context.facts)
    } + rest("unnamed", contacts.filter { $0.answered && $0.group.agents.isEmpty }, context)
      + rest("nobody", contacts.filter { !$0.answered }, context)
  }

  private static func rest(
    _ key: String, _ contacts: FactRun<ContactFact>, _ context: ReportContext
  ) -> [ContactBreakdown.Row] {
    contacts.isEmpty
      ? []
      : [
        ContactBreakdown.Row(
          name: context.words["contacts.agents." + key], ids: [.empty, .empty], contacts, context.facts)
      ]
  }
}
