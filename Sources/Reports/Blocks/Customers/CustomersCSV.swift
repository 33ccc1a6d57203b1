import Diagnostics
import Files
import Time

/// Every customer of the index, raw.
struct CustomersCSV {
  private let context: ReportContext
  private let order: CustomerOrder

  static let header = [
    "customer", "brand", "name", "first_seen_at", "last_seen_at", "conversations", "sessions", "contacts",
  ]

  init(_ context: ReportContext, _ pages: CustomerPages) {
    self.context = context
    order = pages.order
  }

  var file: Report.File {
    get throws(Diagnostics) {
      do throws(FileError) {
        return Report.File(address: CustomersTable.file, rows: try rows())
      } catch {
        throw Diagnostics([error.diagnostic])
      }
    }
  }
}

extension CustomersCSV {
  private func rows() throws(FileError) -> ScratchColumn<UInt8> {
    var csv = CSVFile(header: CustomersCSV.header, inMemory: context.settings.fileBytesInMemory)
    for place in 0..<order.count {
      add(order.entry(at: place, context), to: &csv.writer)
      try csv.flush()
    }
    return try csv.finish()
  }

  private func add(_ entry: CustomerOrder.Entry, to csv: inout CSVWriter) {
    let fact = context.facts.parties[entry.fact]
    csv.add(id: context.customerID(fact.party))
    csv.add(text: context.brand(fact.party))
    csv.add(text: entry.name)
    csv.add(instant: entry.firstSeen)
    csv.add(instant: entry.lastSeen)
    csv.add(number: fact.conversations.count)
    csv.add(number: fact.sessions.count)
    csv.add(number: fact.contacts.count)
    csv.endRow()
  }
}
