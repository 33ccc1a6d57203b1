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
private struct Worker: ~Copyable {
  let store: EventStore
  private var rows: PartyRows
  private var groups = Groups()
  private var grouper: PartyGrouper

  init(_ renderer: BatchRenderer, _ store: EventStore) {
    self.store = store
    grouper = PartyGrouper(store: store, rules: renderer.rules, asOf: renderer.asOf)
    rows = PartyRows(store: store, format: renderer.format, tables: renderer.tables)
  }

  mutating func render(_ parties: Range<Int>, to tables: TableRows) -> GroupTables.Counts {
    var counts = GroupTables.Counts()
    for index in parties {
      let party = store.parties[index]
      grouper.group(party, into: &groups)
      rows.append(groups, of: party, to: tables)
      counts.add(groups)
    }
    return counts
  }
}
