import Diagnostics
import Events
import Files
import Grouping
import Privacy
import Reports
import Time

/// Reads a site's data and groups it, without a page: what a query from the terminal runs over.
public struct SiteReader: Sendable {
  private let configuration: SiteConfiguration
  private let rules: RuleSet
  private let zone: Zone
  private let loader: DataLoader
  private let asOf: Instant?
  private let jobs: Int
  private let memory: MemoryBudget

  /// - Parameters:
  ///   - site: the site's folder; nil for the default configuration.
  ///   - data: replaces the configuration's where it is not empty.
  ///   - settings: rules over the configuration's.
  ///   - key: that a list of the forgotten was made with; asked for where the site has one.
  public init(
    site: String?, data: [String], settings: [RuleSet.Setting], asOf: Instant?, jobs: Int,
    memory: MemoryBudget = .quarterOfMachine, key: () throws(Diagnostics) -> PseudonymKey? = { nil }
  ) throws(Diagnostics) {
    configuration = if let site { try SiteSources.configuration(of: site) } else { SiteConfiguration() }
    rules = try SiteSources.ruleSet(configuration, settings)
    zone = try SiteSources.zone(named: configuration.timezone, in: configuration)
    let loader =
      if let site, data.isEmpty {
        try DataLoader(configuration, root: site, rules: rules, jobs: jobs, memory: memory)
      } else {
        DataLoader(paths: data, rules: rules, jobs: jobs, memory: memory)
      }
    self.loader = loader.omitting(
      try site.flatMap { (site) throws(Diagnostics) in try ForgottenFile(site: site).omission(key: key) })
    self.asOf = asOf
    self.memory = memory
    self.jobs = max(1, jobs)
  }
}

extension SiteReader {
  /// - Parameter report: told what goes on, from any thread.
  public func read(_ report: @escaping @Sendable (BuildEvent) -> Void = { _ in }) throws(Diagnostics) -> GroupData {
    let store = Audience.everyone.apply(try loader.load { report(.reading($0)) })
    for warning in store.summary.warnings { report(.warning(.warning(warning))) }
    let data = try SiteData(store: store, asOf: asOf, zone: zone)
    do throws(FileError) {
      let facts = try Facts.grouping(store, rules: rules, asOf: data.asOf, jobs: jobs, inMemory: memory.share(of: 8))
      return GroupData(store: store, facts: facts, rules: rules, zone: zone, audience: .everyone, asOf: data.asOf)
    } catch {
      throw Diagnostics([error.diagnostic])
    }
  }
}
