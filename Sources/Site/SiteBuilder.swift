import Diagnostics
import Events
import Files
import Grouping
import Privacy
import Reports
import Time
import Wording

/// Builds a site: content + data → pages, whole or not at all.
///
/// One pass over the customers groups each, adds it to the reports' facts and writes its timeline; then the authored
/// pages are rendered from the facts. Nothing is published before every link of it is checked.
public struct SiteBuilder: Sendable {
  let options: BuildOptions
  private let report: @Sendable (BuildEvent) -> Void

  /// - Parameter report: told what goes on, from any thread.
  public init(_ options: BuildOptions, report: @escaping @Sendable (BuildEvent) -> Void = { _ in }) {
    self.options = options
    self.report = report
  }
}

/// What a build tells while it works.
public enum BuildEvent: Sendable {
  case reading(Events.Progress)
  case timelines(done: Int, total: Int)
  case pages
  case warning(Diagnostic)
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// The page to open.
  public var index: String
  public var records: Int
  public var rejected: Int
  public var customers: Int
  public var conversations: Int
  public var sessions: Int
  public var contacts: Int
  /// Pages and files written.
  public var pages: Int
  public var files: Int
}

extension SiteBuilder {
  /// Builds and publishes the site.
  /// - Throws: all errors of the stage that failed; what was published before then stands as it was.
  public func build() throws(Diagnostics) -> BuildSummary {
    let sources = try SiteSources(
      root: options.site, home: try SiteLocator.home(), overlay: options.templates, settings: options.rules)
    let site = try SiteProgram(sources)
    let staged = try StagedOutput(
      output: options.output ?? options.site + "/public", force: options.force,
      sources: [options.site + "/Content", options.site + "/Templates"])
    do throws(Diagnostics) {
      if let path = options.database, staged.holds(path) {
        throw Diagnostics([
          .error(
            "the database `\(path)` would lie in the published folder, and it holds personal data",
            help: "name a file elsewhere")
        ])
      }
      let data = try read(sources)
      let output = SiteOutput(sink: staged.sink)
      let facts = try TimelineStage(site: site, data: data, jobs: options.jobs, report: report).run(into: output)
      report(.pages)
      try PageStage(site: site, data: data, facts: facts, jobs: options.jobs).run(into: output)
      try output.write(sources.assets)
      try output.copy(sources.images, from: sources.root + "/Content", of: DiskFileSource())
      try output.checkAddresses()
      try output.checkLinks()
      if let path = options.database { try database(data, facts, sources).write(to: path) }
      try staged.publish(files: output.files)
      return summary(data, facts, output, index: staged.output + "/index.html")
    } catch {
      staged.discard()
      throw error
    }
  }

  /// Reads the data, through the audience.
  func read(_ sources: SiteSources) throws(Diagnostics) -> SiteData {
    let loader =
      options.data.isEmpty
      ? try DataLoader(sources.configuration, root: sources.root, rules: sources.rules, jobs: options.jobs)
      : DataLoader(paths: options.data, rules: sources.rules, jobs: options.jobs)
    let report = report
    let store = Audience.everyone.apply(try loader.load { report(.reading($0)) })
    for warning in store.summary.warnings { report(.warning(.warning(warning))) }
    try options.maxRejected?.check(store.summary)
    return try SiteData(store: store, asOf: options.asOf, zone: sources.zone)
  }

  private func database(_ data: SiteData, _ facts: Facts, _ sources: SiteSources) -> GroupDatabase {
    let groups = GroupData(
      store: data.store, facts: facts, rules: sources.rules, zone: sources.zone, audience: .everyone, asOf: data.asOf)
    return GroupDatabase(groups, jobs: options.jobs)
  }

  private func summary(_ data: SiteData, _ facts: Facts, _ output: SiteOutput, index: String) -> BuildSummary {
    BuildSummary(
      index: index, records: data.store.summary.records, rejected: data.store.summary.rejected.count,
      customers: data.store.parties.count, conversations: facts.conversations.count, sessions: facts.sessions.count,
      contacts: facts.contacts.count, pages: output.pages, files: output.files.count)
  }
}

extension RejectionLimit {
  /// Whether reading rejected too much.
  public func check(_ summary: ReadSummary) throws(Diagnostics) {
    guard isExceeded(rejected: summary.rejected.count, of: summary.records) else { return }
    throw Diagnostics([
      .error(
        "\(summary.rejected.count) of \(summary.records) records were rejected, more than --max-rejected \(self) allows",
        help: "`triptych check` lists them")
    ])
  }
}
