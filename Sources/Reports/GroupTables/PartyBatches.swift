import Dispatch
import Events
import Grouping
import Synchronization
import Time

/// The parties of a store in batches of a fixed size, grouped and rendered on several threads, handed back in order.
struct PartyBatches: Sendable {
  let store: EventStore
  let rules: RuleSet
  let asOf: Instant
  let format: GroupTables.Format
  let tables: Set<GroupTables.Table>
  let jobs: Int

  private static let parties = 256
  /// How many batches a thread takes before their rows are written: more even the load, fewer hold less in memory.
  private static let batchesAJob = 8
}

extension PartyBatches {
  var count: Int { (store.parties.count + PartyBatches.parties - 1) / PartyBatches.parties }

  /// Renders the next few batches, and moves `next` behind them.
  func render(from next: inout Int) -> [TableRows] {
    let first = next
    let last = min(count, first + max(jobs, 1) * PartyBatches.batchesAJob)
    next = last
    let waiting = Atomic(first)
    let done = Mutex<[Int: TableRows]>([:])
    DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { _ in
      while true {
        let batch = waiting.wrappingAdd(1, ordering: .relaxed).oldValue
        guard batch < last else { return }
        let rows = render(batch)
        done.withLock { $0[batch] = rows }
      }
    }
    return done.withLock { done in (first..<last).compactMap { done[$0] } }
  }

  private func render(_ batch: Int) -> TableRows {
    let first = batch * PartyBatches.parties
    let parties = store.parties[first..<min(first + PartyBatches.parties, store.parties.count)]
    var rows = TableRows(format)
    var party = PartyRows(store: store, format: format)
    var groups = Groups()
    for run in runsOfOneBrand(parties) {
      var grouper = Grouper(rules: rules.rules(for: store.name(run[run.startIndex].brand)), channels: store.channels)
      for member in run {
        grouper.group(store.events(of: member), asOf: asOf, into: &groups)
        party.append(groups, of: member, tables, to: &rows)
      }
    }
    return rows
  }

  /// A grouper's rules are a brand's; parties are sorted by brand.
  private func runsOfOneBrand(_ parties: ArraySlice<EventStore.Party>) -> [ArraySlice<EventStore.Party>] {
    var runs: [ArraySlice<EventStore.Party>] = []
    var start = parties.startIndex
    for index in parties.indices where parties[index].brand != parties[start].brand {
      runs.append(parties[start..<index])
      start = index
    }
    if start < parties.endIndex { runs.append(parties[start...]) }
    return runs
  }
}
