import Time

/// Every customer of the index, raw.
struct CustomersCSV {
  private let context: ReportContext
  private let entries: [CustomerOrder.Entry]

  static let header = [
    "customer", "brand", "name", "first_seen_at", "last_seen_at", "conversations", "sessions", "contacts",
  ]

  init(_ context: ReportContext, _ pages: CustomerPages) {
    self.context = context
    entries = pages.order.entries
  }

  var bytes: [UInt8] {
    var csv = CSVWriter(header: CustomersCSV.header)
    for entry in entries {
      let fact = context.facts.parties[entry.fact]
      csv.append([
        .id(context.customerID(fact.party)), .text(context.brand(fact.party)), .text(entry.name),
        .instant(entry.firstSeen), .instant(entry.lastSeen), .number(fact.conversations.count),
        .number(fact.sessions.count), .number(fact.contacts.count),
      ])
    }
    return csv.bytes
  }
}
