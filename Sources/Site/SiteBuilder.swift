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
  /// A part of the work begins.
  case stage(BuildStage)
  case reading(Events.Progress)
  case timelines(done: Int, total: Int)
  case warning(Diagnostic)
}

/// A part of the work, of a build or of another command; the raw values are what a person is shown.
public enum BuildStage: String, Sendable, CaseIterable {
  case comparing, sources, reading, grouping, timelines, pages, search, publishing, forbidden, scanning
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// The page to open.
  public var index: String
  public var records = 0
  public var rejected = 0
  public var customers = 0
  public var conversations = 0
  public var sessions = 0
  public var contacts = 0
  /// Pages and files of the site.
  public var pages = 0
  public var files = 0
  /// The end of data.
  public var asOf = ""
  /// Whom the site was made for, and until when it is to be used.
  public var audience = "internal"
  public var expires: String?
  /// The rules that were set, of the site, its brands and the command line: `window=24h`, `acme: window=12h`.
  public var rules: [String] = []
  /// Whether the site was what it should be already.
  public var isUnchanged = false
}

extension SiteBuilder {
  /// Builds and publishes the site.
  /// - Throws: all errors of the stage that failed; what was published before then stands as it was.
  public func build() throws(Diagnostics) -> BuildSummary {
    report(.stage(.comparing))
    let keeper = ScratchKeeper(within: options.memory)
    defer { withExtendedLifetime(keeper) {} }
    let home = try SiteLocator.home()
    let configuration = try SiteSources.configuration(of: options.site)
    try checkAudience(configuration)
    _ = try omission()
    let staged = try StagedOutput(
      output: options.output ?? options.site + "/public", force: options.force,
      sources: [options.site + "/Content", options.site + "/Templates"])
    try checkDatabase(staged)
    let index = staged.output + "/index.html"
    let before = BuildRecord.read(staged.inputs, index: index)
    let inputs = try inputs(home: home, configuration, before: before)
    if let before, options.database == nil, staged.isPublished, inputs.sayTheSame(as: before.inputs) {
      return try repeated(before, inputs, staged)
    }
    let summary = try build(staged, inputs, configuration, home: home, index: index)
    try dropWhatIsForgotten(staged, inputs, before)
    return summary
  }

  /// Reads the data, through the audience.
  func read(_ sources: SiteSources) throws(Diagnostics) -> SiteData {
    report(.stage(.reading))
    let report = report
    let store = sources.audience.apply(
      try loader(sources.configuration, sources.rules).omitting(omission()).load { report(.reading($0)) })
    for warning in store.summary.warnings { report(.warning(.warning(warning))) }
    try options.maxRejected?.check(store.summary)
    return try SiteData(store: store, asOf: options.asOf, zone: sources.zone)
  }
}

extension SiteBuilder {
  /// Two audiences never share a folder: `public/` is of the site's own.
  private func checkAudience(_ configuration: SiteConfiguration) throws(Diagnostics) {
    guard let name = options.audience.name, options.output == nil else { return }
    let own = configuration.audience
    guard name != own else { return }
    throw Diagnostics([
      .error(
        "`public/` is made for the audience `\(own)`, and this build is for `\(name)`",
        help: "name a folder of its own with --output")
    ])
  }

  /// - Throws: if someone is to be left out and there is no key to tell who.
  private func omission() throws(Diagnostics) -> Omission? {
    try ForgottenFile(site: options.site).omission { () throws(Diagnostics) in options.forgetKey }
  }

  private func checkDatabase(_ staged: StagedOutput) throws(Diagnostics) {
    guard let path = options.database, staged.holds(path) else { return }
    throw Diagnostics([
      .error(
        "the database `\(path)` would lie in the published folder, and it holds personal data",
        help: "name a file elsewhere")
    ])
  }

  private func loader(_ configuration: SiteConfiguration, _ rules: RuleSet) throws(Diagnostics) -> DataLoader {
    options.data.isEmpty
      ? try DataLoader(
        configuration, root: options.site, rules: rules, jobs: options.jobs, memory: options.memory)
      : DataLoader(paths: options.data, rules: rules, jobs: options.jobs, memory: options.memory)
  }

  private func inputs(
    home: String, _ configuration: SiteConfiguration, before: BuildRecord?
  ) throws(Diagnostics) -> BuildInputs {
    let data = try loader(configuration, RuleSet()).paths
    var inputs = try BuildInputs(options, home: home, configuration: configuration, data: data)
    inputs.read(trusting: options.checksContent ? nil : before?.inputs, jobs: options.jobs)
    return inputs
  }

  /// Nothing has changed: tells again what the last build told.
  private func repeated(
    _ before: BuildRecord, _ inputs: BuildInputs, _ staged: StagedOutput
  ) throws(Diagnostics) -> BuildSummary {
    for warning in before.warnings { report(.warning(.warning(warning))) }
    if inputs.files != before.inputs.files {
      try keep(BuildRecord(inputs: inputs, summary: before.summary, warnings: before.warnings), staged)
    }
    var summary = before.summary
    summary.isUnchanged = true
    return summary
  }

  /// Where others are left out than before, what was published before is not kept for the next build.
  private func dropWhatIsForgotten(
    _ staged: StagedOutput, _ inputs: BuildInputs, _ before: BuildRecord?
  ) throws(Diagnostics) {
    let path = options.site + "/" + ForgottenFile.name
    func list(_ inputs: BuildInputs?) -> ContentDigest? { inputs?.files.first { $0.path == path }?.content }
    guard list(inputs) != list(before?.inputs) else { return }
    do throws(FileError) { try staged.dropResting() } catch { throw Diagnostics([error.diagnostic]) }
  }

  private func build(
    _ staged: StagedOutput, _ inputs: BuildInputs, _ configuration: SiteConfiguration, home: String, index: String
  ) throws(Diagnostics) -> BuildSummary {
    report(.stage(.sources))
    let sources = try SiteSources(
      root: options.site, home: home, overlay: options.templates, settings: options.rules,
      audience: options.audience, configuration: configuration)
    let site = try SiteProgram(sources)
    let data = try read(sources)
    let source = PageSource(inputs, site, root: options.site)
    var summary: BuildSummary?
    for isFull in [false, true] where summary == nil {
      summary = try build(
        site, data, source, SiteOutput(staged, isFull: isFull, inMemory: options.memory.share(of: 8)))
    }
    // What is taken from nowhere cannot be stale.
    guard var summary else { throw Diagnostics([.error("the published site changes while it is built")]) }
    summary.index = index
    try keep(BuildRecord(inputs: inputs, summary: summary, warnings: data.store.summary.warnings), staged)
    return summary
  }

  /// - Returns: nil if something that was to be taken over from the published site is not there.
  private func build(
    _ site: SiteProgram, _ data: SiteData, _ source: PageSource?, _ output: SiteOutput
  ) throws(Diagnostics) -> BuildSummary? {
    let sources = site.sources
    report(.stage(.timelines))
    let facts = try TimelineStage(
      site: site, data: data, source: site.timelineSource(settings: options.rules), jobs: options.jobs,
      memory: options.memory, report: report
    ).run(into: output)
    report(.stage(.pages))
    let made = try PageStage(
      site: site, data: data, facts: facts, source: source, jobs: options.jobs, memory: options.memory
    ).run(into: output)
    if sources.configuration.search != .off {
      report(.stage(.search))
      try SearchStage(
        site: site, data: data, facts: facts, made: made, pageSource: source, jobs: options.jobs, memory: options.memory
      ).run(into: output)
    }
    var notes = PageNotes()
    try output.write(sources.assets, notes: &notes)
    try MissingPage(site: site).write(into: output, notes: &notes)
    try output.copy(sources.images, from: sources.root + "/Content", of: DiskFileSource(), notes: &notes)
    try output.hand(over: &notes)
    report(.stage(.publishing))
    if let path = options.database { try database(data, facts, sources).write(to: path) }
    report(.stage(.forbidden))
    let leaks = LeakCheck(site, data, jobs: options.jobs)
    report(.stage(.publishing))
    switch try output.publish(
      jobs: options.jobs,
      checking: { (folder) throws(Diagnostics) in
        guard let leaks else { return }
        report(.stage(.scanning))
        try leaks.check(folder)
        report(.stage(.publishing))
      })
    {
    case .stale: return nil
    case .published(let files), .unchanged(let files):
      var summary = summary(data, facts, pages: output.pages, files: files)
      summary.audience = sources.audience.policy.name
      summary.expires = sources.audience.policy.expires
      summary.rules = sources.configuration.settings + options.rules.map { "\($0.key)=\($0.value)" }
      return summary
    }
  }

  private func keep(_ record: BuildRecord, _ staged: StagedOutput) throws(Diagnostics) {
    do throws(FileError) { try record.write(to: staged.inputs) } catch { throw Diagnostics([error.diagnostic]) }
  }

  private func database(_ data: SiteData, _ facts: Facts, _ sources: SiteSources) -> GroupDatabase {
    let groups = GroupData(
      store: data.store, facts: facts, rules: sources.rules, zone: sources.zone, audience: sources.audience,
      asOf: data.asOf)
    return GroupDatabase(groups, jobs: options.jobs)
  }

  private func summary(_ data: SiteData, _ facts: Facts, pages: Int, files: Int) -> BuildSummary {
    BuildSummary(
      index: "", records: data.store.summary.records, rejected: data.store.summary.rejected.count,
      customers: data.store.parties.count, conversations: facts.conversations.count, sessions: facts.sessions.count,
      contacts: facts.contacts.count, pages: pages, files: files, asOf: data.asOf.description)
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
