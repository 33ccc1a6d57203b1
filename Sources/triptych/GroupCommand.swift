import ArgumentParser
import Diagnostics
import Events
import Files
import Grouping
import Privacy
import Reports
import Site

struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Write the groups as tables, for programs.")

  @OptionGroup var shared: SharedOptions

  @OptionGroup var keys: KeyOptions

  @Option(help: ArgumentHelp("A site whose rules and data apply. Default: none, the default rules.", valueName: "dir"))
  var site: String?

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output: String

  @Option(help: ArgumentHelp("jsonl or csv.", valueName: "format"))
  var format: GroupTables.Format = .jsonl

  @Option(
    help: ArgumentHelp(
      "The tables to write, divided by commas. Default: all of \(GroupTables.Table.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "names"))
  var tables: TableNames?

  @Flag(help: "Tell how long each part of the work took.")
  var timings = false

  func validate() throws {
    if shared.data.isEmpty && site == nil { throw ValidationError("Name the data with --data, or a site with --site.") }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let (rules, loader) = try source()
      let progress = BuildProgress()
      progress.show(.stage(.reading))
      let source = try events(loader) { progress.show(.reading($0)) }
      progress.show(.stage(.grouping))
      let tables = GroupTables(tables: tables?.tables ?? Set(GroupTables.Table.allCases), format: format)
      do throws(FileError) {
        let given = shared.asOf?.instant
        if let asOf = given == nil ? try source.latestEvent() : given {
          let (counts, summary) = try tables.write(
            source, rules: rules, asOf: asOf, jobs: shared.threads, to: DiskFileSink(root: output))
          for warning in summary.warnings { Console.tell(Diagnostic.warning(warning).description) }
          if timings { Console.tell(progress.timings()) }
          return Console.tell(text(counts) + summary.omittedText)
        }
      } catch {
        throw Diagnostics([error.diagnostic])
      }
      throw Diagnostics([.error("the data holds no event")])
    }
  }
}

extension GroupCommand {
  private func text(_ counts: GroupTables.Counts) -> String {
    """
    \(counts.events) events, \(counts.conversations) conversations, \(counts.sessions) AI sessions, \
    \(counts.contacts) contacts, \(counts.anomalies) anomalies, \(counts.rejected) rejected\
    \(counts.later > 0 ? ", \(counts.later) after the as-of instant left out" : "")
    """
  }

  /// A range of customers after the other; all of them where some are left out, whose names what others wrote may say.
  private func events(
    _ loader: DataLoader, progress: @escaping @Sendable (Events.Progress) -> Void
  ) throws(Diagnostics) -> any EventSource {
    guard loader.leavesSomeOut else { return try loader.loadRanges(progress: progress) }
    return WholeExport(Audience.everyone.apply(try loader.load(progress: progress)))
  }

  /// The rules, and where the data comes from: a site's where one is named, the default rules elsewhere.
  private func source() throws(Diagnostics) -> (RuleSet, DataLoader) {
    guard let site else {
      let rules = try SiteSources.ruleSet(SiteConfiguration(), shared.settings)
      return (rules, DataLoader(paths: shared.data, rules: rules, jobs: shared.threads, memory: shared.memory))
    }
    let root = try SiteLocator.site(from: site)
    let configuration = try SiteSources.configuration(of: root)
    let rules = try SiteSources.ruleSet(configuration, shared.settings)
    let loader =
      shared.data.isEmpty
      ? try DataLoader(configuration, root: root, rules: rules, jobs: shared.threads, memory: shared.memory)
      : DataLoader(paths: shared.data, rules: rules, jobs: shared.threads, memory: shared.memory)
    return (rules, loader.omitting(try ForgottenFile(site: root).omission(key: keys.key)))
  }
}

extension ReadSummary {
  /// Who was left out by request; nothing where nobody was.
  var omittedText: String {
    omittedCustomers == 0 ? "" : "; left out by request: \(omittedCustomers) customers, \(omittedEvents) events"
  }
}

/// Names of tables, divided by commas.
struct TableNames: ExpressibleByArgument {
  let tables: Set<GroupTables.Table>

  init?(argument: String) {
    let names = argument.split(separator: ",").map { GroupTables.Table(rawValue: String($0)) }
    guard !names.isEmpty, !names.contains(nil) else { return nil }
    tables = Set(names.compactMap { $0 })
  }
}

extension GroupTables.Format: ExpressibleByArgument {}
