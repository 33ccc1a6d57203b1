import Diagnostics
import Dispatch
import Events
import Files
import Grouping
import Privacy
import Reports
import Synchronization
import Timelines

/// The one pass over the customers: groups each, adds it to the facts, writes its timeline.
struct TimelineStage: Sendable {
  let site: SiteProgram
  let data: SiteData
  /// Of everything but the customers' data that timelines are made from.
  let source: ContentDigest
  let jobs: Int
  let memory: MemoryBudget
  let report: @Sendable (BuildEvent) -> Void
}

extension TimelineStage {
  /// What the configuration says of timelines.
  static func settings(_ site: SiteProgram) -> TimelineSettings {
    var settings = TimelineSettings()
    let configuration = site.sources.configuration
    let policy = site.sources.audience.policy
    settings.linkTemplate = policy[.customerID] == .keep ? configuration.linkTemplate : nil
    settings.textIsHeldBack = policy[.text] == .drop
    for (actor, format) in configuration.messageFormat {
      guard let actor = Actor.allCases.first(where: { $0.name == actor }) else { continue }
      settings.messageFormat[actor] = format == .commonmark ? .commonmark : .plain
    }
    settings.parts = []
    for case .part(let name) in site.timelineFrame {
      if let part = TimelinePart(rawValue: name) { settings.parts.insert(part) }
    }
    return settings
  }

  /// The timelines' templates compiled, with what the configuration says of them.
  static func view(site: SiteProgram, store: EventStore) throws(Diagnostics) -> TimelineView {
    try TimelineView(
      store: store, rules: site.sources.rules, zone: site.sources.zone, words: site.sources.words,
      audience: site.sources.audience, templates: site.sources.templates, hints: site.hints, settings: settings(site))
  }

  /// - Returns: the facts of all parties, in the store's order whatever the number of threads.
  func run(into output: SiteOutput) throws(Diagnostics) -> Facts {
    let view = try TimelineStage.view(site: site, store: data.store)
    let chunks = data.store.partyRuns
    let walked = WalkedParties(data.store, within: memory)
    let merger = FactsMerger(inMemory: memory.share(of: 8))
    let failure = Mutex<(chunk: Int, error: Diagnostics)?>(nil)
    let next = Atomic(0)
    let done = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var worker = TimelineWorker(stage: self, view: view, output: output)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chunks.count, failure.withLock({ $0 == nil }) else { break }
        do throws(Diagnostics) {
          merger.put(try worker.run(chunks[index]), chunk: index)
        } catch {
          failure.withLock { if $0.map({ index < $0.chunk }) ?? true { $0 = (index, error) } }
        }
        walked.pass(chunks[index])
        let count = done.wrappingAdd(chunks[index].count, ordering: .relaxed).newValue
        report(.timelines(done: count, total: data.store.parties.count))
      }
      do throws(Diagnostics) { try worker.finish() } catch { failure.withLock { $0 = $0 ?? (chunks.count, error) } }
    }
    if let error = failure.withLock({ $0?.error }) { throw error }
    do throws(FileError) { return try merger.finish() } catch { throw Diagnostics([error.diagnostic]) }
  }
}

/// What one thread keeps from customer to customer.
private struct TimelineWorker: ~Copyable {
  private let stage: TimelineStage
  private let view: TimelineView
  private let writer: TimelineWriter
  private var grouper: PartyGrouper
  private var groups = Groups()
  private var scratch = TimelineScratch()
  private var source: TimelineSource

  init(stage: TimelineStage, view: TimelineView, output: SiteOutput) {
    self.stage = stage
    self.view = view
    source = TimelineSource(site: stage.source, store: stage.data.store)
    grouper = PartyGrouper(store: stage.data.store, rules: stage.site.sources.rules, asOf: stage.data.asOf)
    writer = TimelineWriter(site: stage.site, output: output)
  }

  mutating func run(_ parties: Range<Int>) throws(Diagnostics) -> Facts {
    let facts = Facts()
    for index in parties {
      let party = stage.data.store.parties[index]
      let events = stage.data.store.events(of: party)
      grouper.group(party, into: &groups)
      do throws(FileError) {
        try facts.add(groups, party: index, events: events)
      } catch {
        throw Diagnostics([error.diagnostic])
      }
      try write(index, party)
    }
    return facts
  }

  func finish() throws(Diagnostics) { try writer.finish() }

  /// Takes the customer's pages over if they are what they were, or makes them.
  private mutating func write(_ index: Int, _ party: EventStore.Party) throws(Diagnostics) {
    guard stage.site.sources.audience.policy.hasTimelines else { return }
    let key = source.key(party, groups)
    if try writer.keep(view.address(party: index), source: key) { return }
    let writer = writer
    writer.beginFamily()
    try view.pages(party: index, groups: groups, scratch: &scratch) { (page) throws(Diagnostics) in
      try writer.write(page)
    }
    try writer.endFamily(source: key)
  }
}
