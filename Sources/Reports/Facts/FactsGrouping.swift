import Dispatch
import Events
import Files
import Grouping
import Synchronization
import Time

extension Facts {
  /// Groups all parties of a store: the facts are in the store's order, whatever the number of threads.
  ///
  /// - Parameter limit: how many bytes of facts may lie in memory, about.
  public static func grouping(
    _ store: EventStore, rules: RuleSet, asOf: Instant, jobs: Int, inMemory limit: Int = .max
  ) throws(FileError) -> Facts {
    let runs = store.partyRuns
    let merger = FactsMerger(inMemory: limit)
    let failure = Mutex<FileError?>(nil)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < runs.count else { return }
        do throws(FileError) {
          merger.put(try Facts.grouping(runs[index], of: store, rules, asOf), chunk: index)
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return try merger.finish()
  }

  private static func grouping(
    _ run: Range<Int>, of store: EventStore, _ rules: RuleSet, _ asOf: Instant
  ) throws(FileError) -> Facts {
    let facts = Facts()
    var groups = Groups()
    var grouper = PartyGrouper(store: store, rules: rules, asOf: asOf)
    for index in run {
      let party = store.parties[index]
      grouper.group(party, into: &groups)
      try facts.add(groups, party: index, events: store.events(of: party))
    }
    return facts
  }
}
