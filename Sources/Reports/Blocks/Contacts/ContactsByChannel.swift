import Diagnostics
import HTML

/// Contacts by their channel, the one with the most first.
enum ContactsByChannel {
  static func report(_ context: ReportContext, _: [String: String]) throws(Diagnostics) -> Report {
    let contacts = context.contacts(endedIn: context.page.period)
    let breakdown = ContactBreakdown(
      context: context, words: "contacts.channels", rows: rows(contacts, context),
      total: ContactTally(contacts, context.facts),
      isSortedByName: context.hidesFew)
    let file = context.file("contacts-by-channel.csv")
    return Report(
      .row, body: try context.render(breakdown.table(id: "contacts-by-channel-table", file: file)),
      side: try context.paragraphs(
        [context.sentence("contacts.channels.words")], notes: [context.sentence("overview.strip.note")])
        + ContactBreakdown.legend(context),
      files: [Report.File(address: file, bytes: breakdown.csv(header: ["channel"]))])
  }

  private static func rows(_ contacts: FactRun<ContactFact>, _ context: ReportContext) -> [ContactBreakdown.Row] {
    let channels = contacts.grouped { CollectionOfOne($0.group.channel) }
    // The order of numbers would tell of those that are hidden.
    let isOrdered = !context.hidesFew
    return channels.sorted {
      isOrdered ? ($1.value.count, $0.key) < ($0.value.count, $1.key) : $0.key < $1.key
    }.map { channel, contacts in
      ContactBreakdown.Row(
        name: context.shownChannel(channel), ids: [.text(context.store.channels[Int(channel)])], contacts,
        context.facts)
    }
  }
}
