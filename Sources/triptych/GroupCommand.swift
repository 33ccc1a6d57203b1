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

  func validate() throws {
    if shared.data.isEmpty && site == nil { throw ValidationError("Name the data with --data, or a site with --site.") }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let store = Audience.everyone.apply(try load())
      for warning in store.summary.warnings { Console.tell(Diagnostic.warning(warning).description) }
      guard let asOf = shared.asOf?.instant ?? store.latest else {
        throw Diagnostics([.error("the data holds no event")])
      }
      let tables = GroupTables(tables: tables?.tables ?? Set(GroupTables.Table.allCases), format: format)
      do throws(FileError) {
        let counts = try tables.write(
          store: store, rules: try rules(), asOf: asOf, jobs: shared.threads, to: DiskFileSink(root: output))
        Console.tell(counts.description)
      } catch {
        throw Diagnostics([error.diagnostic])
      }
    }
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

extension GroupTables.Format: @retroactive ExpressibleByArgument {}
