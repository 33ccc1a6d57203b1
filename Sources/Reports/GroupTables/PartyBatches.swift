import Dispatch
import Events
import Grouping
import Synchronization
import Time

/// The parties of a store in batches of a fixed size, grouped and rendered on several threads.
struct PartyBatches: Sendable {
  let store: EventStore
  let rules: RuleSet
  let asOf: Instant
  let format: GroupTables.Format
  let tables: Set<GroupTables.Table>

  private static let parties = 256
}

extension PartyBatches {
  /// Renders all batches; a thread that has rendered one goes on with the next while another writes.
  func render(jobs: Int, to writing: BatchWriter) {
    let count = (store.parties.count + PartyBatches.parties - 1) / PartyBatches.parties
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { _ in
      var worker = Worker(self)
      while let rows = writing.take() {
        let batch = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard batch < count else { return writing.giveBack(rows) }
        let first = batch * PartyBatches.parties
        let parties = first..<min(first + PartyBatches.parties, store.parties.count)
        let counts = worker.render(parties, to: rows)
        store.release(parties: parties)
        writing.put(rows, counts, batch: batch)
      }
    }
  }
}

/// What one thread keeps from party to party.
private struct Worker {
  private let batches: PartyBatches
  private var rows: PartyRows
  private var groups = Groups()
  /// Parties are sorted by brand, and a grouper's rules are a brand's.
  private var grouper: (brand: UInt32, grouper: Grouper)?

  init(_ batches: PartyBatches) {
    self.batches = batches
    rows = PartyRows(store: batches.store, format: batches.format, tables: batches.tables)
  }

  mutating func render(_ parties: Range<Int>, to tables: TableRows) -> GroupTables.Counts {
    var counts = GroupTables.Counts()
    for index in parties {
      let party = batches.store.parties[index]
      group(party)
      rows.append(groups, of: party, to: tables)
      counts.add(groups)
    }
    return counts
  }

  private mutating func group(_ party: EventStore.Party) {
    if grouper?.brand != party.brand {
      let rules = batches.rules.rules(for: batches.store.name(party.brand))
      grouper = (party.brand, Grouper(rules: rules, channels: batches.store.channels))
    }
    grouper?.grouper.group(batches.store.events(of: party), asOf: batches.asOf, into: &groups)
  }
}
