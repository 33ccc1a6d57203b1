import Diagnostics
import Dispatch
import Events
import Grouping
import Privacy
import Reports
import Synchronization
import Time

/// Reads a site's data and groups it, without a page: what a query from the terminal runs over.
public struct SiteReader: Sendable {
  private let configuration: SiteConfiguration
  private let rules: RuleSet
  private let zone: Zone
  private let loader: DataLoader
  private let asOf: Instant?
  private let jobs: Int

  /// - Parameters:
  ///   - site: the site's folder; nil for the default configuration.
  ///   - data: replaces the configuration's where it is not empty.
  ///   - settings: rules over the configuration's.
  public init(
    site: String?, data: [String], settings: [RuleSet.Setting], asOf: Instant?, jobs: Int
  ) throws(Diagnostics) {
    configuration = if let site { try SiteSources.configuration(of: site) } else { SiteConfiguration() }
    rules = try SiteSources.ruleSet(configuration, settings)
    zone = try SiteSources.zone(named: configuration.timezone, in: configuration)
    loader =
      if let site, data.isEmpty {
        try DataLoader(configuration, root: site, rules: rules, jobs: jobs)
      } else {
        DataLoader(paths: data, rules: rules, jobs: jobs)
      }
    self.asOf = asOf
    self.jobs = max(1, jobs)
  }
}

extension SiteReader {
  /// - Parameter report: told what goes on, from any thread.
  public func read(_ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }) throws(Diagnostics) -> GroupData {
    let store = Audience.everyone.apply(try loader.load { report(.reading($0)) })
    for warning in store.summary.warnings { report(.warning(.warning(warning))) }
    let data = try SiteData(store: store, asOf: asOf, zone: zone)
    return GroupData(
      store: store, facts: facts(store, asOf: data.asOf), rules: rules, zone: zone, audience: .everyone,
      asOf: data.asOf)
  }
}

extension SiteReader {
  private static let partiesAChunk = 1024

  /// The facts of all parties, in the store's order whatever the number of threads.
  private func facts(_ store: EventStore, asOf: Instant) -> Facts {
    let count = (store.parties.count + SiteReader.partiesAChunk - 1) / SiteReader.partiesAChunk
    let results = Mutex<[Facts?]>(Array(repeating: nil, count: count))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < count else { return }
        let first = chunk * SiteReader.partiesAChunk
        let facts = facts(of: first..<min(first + SiteReader.partiesAChunk, store.parties.count), store, asOf)
        results.withLock { $0[chunk] = facts }
      }
    }
    return results.withLock { results in
      var facts = Facts()
      for chunk in results { if let chunk { facts.merge(chunk) } }
      return facts
    }
  }

  private func facts(of parties: Range<Int>, _ store: EventStore, _ asOf: Instant) -> Facts {
    var facts = Facts()
    var groups = Groups()
    var grouper: (brand: UInt32, grouper: Grouper)?
    for index in parties {
      let party = store.parties[index]
      // Parties are in the order of brands, and a grouper's rules are a brand's.
      if grouper?.brand != party.brand {
        grouper = (
          party.brand, Grouper(rules: rules.rules(for: store.name(party.brand)), channels: store.channels)
        )
      }
      grouper?.grouper.group(store.events(of: party), asOf: asOf, into: &groups)
      facts.add(groups, party: index, events: store.events(of: party))
    }
    return facts
  }
}
