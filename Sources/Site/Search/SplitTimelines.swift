import Diagnostics
import Dispatch
import Grouping
import Synchronization
import Timelines

/// Finds where the events of customers stand whose timelines have several pages.
struct SplitTimelines: Sendable {
  private let source: SearchSource

  init(_ source: SearchSource) { self.source = source }
}

extension SplitTimelines {
  /// By party.
  func places(jobs: Int) throws(Diagnostics) -> [Int: TimelinePlaces] {
    let stage = source.stage
    let most = TimelineStage.settings(stage.site).messagesPerPage
    let parties = stage.data.store.parties.indices.filter { stage.data.store.parties[$0].events.count > most }
    if parties.isEmpty { return [:] }
    let view = try TimelineStage.view(site: stage.site, store: stage.data.store)
    let found = Mutex<[Int: TimelinePlaces]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, parties.count)) { _ in
      var scratch = TimelineScratch()
      var groups = Groups()
      var grouper = PartyGrouper(
        store: stage.data.store, rules: stage.site.sources.rules, asOf: stage.data.asOf)
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < parties.count {
        grouper.group(stage.data.store.parties[parties[index]], into: &groups)
        let places = view.places(party: parties[index], groups: groups, scratch: &scratch)
        found.withLock { $0[parties[index]] = places }
      }
    }
    return found.withLock { $0 }
  }
}
