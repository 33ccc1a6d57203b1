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
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < parties.count {
        group(parties[index], into: &groups)
        let places = view.places(party: parties[index], groups: groups, scratch: &scratch)
        found.withLock { $0[parties[index]] = places }
      }
    }
    return found.withLock { $0 }
  }

  private func group(_ index: Int, into groups: inout Groups) {
    let store = source.store
    let party = store.parties[index]
    let rules = source.stage.site.sources.rules.rules(for: store.name(party.brand))
    var grouper = Grouper(rules: rules, channels: store.channels)
    grouper.group(store.events(of: party), asOf: source.stage.data.asOf, into: &groups)
  }
}
