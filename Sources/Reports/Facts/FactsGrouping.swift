import Dispatch
import Events
import Grouping
import Synchronization
import Time

extension Facts {
  /// Groups all parties of a store: the facts are in the store's order, whatever the number of threads.
  public init(grouping store: EventStore, rules: RuleSet, asOf: Instant, jobs: Int) {
    self.init()
    let runs = store.partyRuns
    let results = Mutex<[Facts?]>(Array(repeating: nil, count: runs.count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < runs.count else { return }
        let facts = Facts(grouping: runs[index], of: store, rules, asOf)
        results.withLock { $0[index] = facts }
      }
    }
    for facts in results.withLock({ $0 }) { if let facts { merge(facts) } }
  }

  private init(grouping run: Range<Int>, of store: EventStore, _ rules: RuleSet, _ asOf: Instant) {
    self.init()
    var groups = Groups()
    var grouper: (brand: UInt32, grouper: Grouper)?
    for index in run {
      let party = store.parties[index]
      // Parties are in the order of brands, and a grouper's rules are a brand's.
      if grouper?.brand != party.brand {
        grouper = (party.brand, Grouper(rules: rules.rules(for: store.name(party.brand)), channels: store.channels))
      }
      grouper?.grouper.group(store.events(of: party), asOf: asOf, into: &groups)
      add(groups, party: index, events: store.events(of: party))
    }
  }
}
