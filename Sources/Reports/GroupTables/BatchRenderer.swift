import Dispatch
import Events
import Grouping
import Time

/// Groups and renders batches of parties on several threads.
struct BatchRenderer: Sendable {
  let batches: PartyBatches
  let rules: RuleSet
  let asOf: Instant
  let format: GroupTables.Format
  let tables: Set<GroupTables.Table>
}

extension BatchRenderer {
  /// Renders all batches; a thread that has rendered one goes on with the next while another writes.
  func render(jobs: Int, to writing: BatchWriter) {
    DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { _ in
      var worker: Worker?
      while let rows = writing.take() {
        guard let batch = batches.next() else { return writing.giveBack(rows) }
        if worker?.store !== batch.store { worker = Worker(self, batch.store) }
        let counts = worker?.render(batch.parties, to: rows) ?? GroupTables.Counts()
        batch.store.release(parties: batch.parties)
        writing.put(rows, counts, batch: batch.number)
      }
    }
  }
}

/// What one thread keeps from party to party of a store.
private struct Worker {
  let store: EventStore
  private let renderer: BatchRenderer
  private var rows: PartyRows
  private var groups = Groups()
  /// Parties are sorted by brand, and a grouper's rules are a brand's.
  private var grouper: (brand: UInt32, grouper: Grouper)?

  init(_ renderer: BatchRenderer, _ store: EventStore) {
    self.renderer = renderer
    self.store = store
    rows = PartyRows(store: store, format: renderer.format, tables: renderer.tables)
  }

  mutating func render(_ parties: Range<Int>, to tables: TableRows) -> GroupTables.Counts {
    var counts = GroupTables.Counts()
    for index in parties {
      let party = store.parties[index]
      group(party)
      rows.append(groups, of: party, to: tables)
      counts.add(groups)
    }
    return counts
  }

  private mutating func group(_ party: EventStore.Party) {
    if grouper?.brand != party.brand {
      let rules = renderer.rules.rules(for: store.name(party.brand))
      grouper = (party.brand, Grouper(rules: rules, channels: store.channels))
    }
    grouper?.grouper.group(store.events(of: party), asOf: renderer.asOf, into: &groups)
  }
}
