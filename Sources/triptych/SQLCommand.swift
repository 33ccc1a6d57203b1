import ArgumentParser
import Diagnostics
import Reports
import SQL
import Site

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Run a query over the groups, or write their database.")

  @Argument(help: ArgumentHelp("One statement that reads, e.g. \"select count(*) from sessions\".", valueName: "query"))
  var query: String?

  @OptionGroup var shared: SharedOptions

  @OptionGroup var keys: KeyOptions

  @Option(
    help: ArgumentHelp(
      "The site's folder. Default: the nearest with Content/site.yml, or none where --data names the data.",
      valueName: "dir"))
  var site: String?

  @Option(help: ArgumentHelp("table, csv or json.", valueName: "format"))
  var format: QueryOutput.Format = .table

  @Option(help: ArgumentHelp("More rows than this are an error.", valueName: "n"))
  var maxRows: Int = QueryLimits().rows

  @Option(help: ArgumentHelp("Write the whole database to this file, for use elsewhere.", valueName: "file"))
  var database: String?

  func validate() throws {
    if query == nil && database == nil { throw ValidationError("Name a query, or a file with --database.") }
    guard maxRows >= 0 else { throw ValidationError("--max-rows takes a number from 0.") }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let shape = try query.map { (query) throws(Diagnostics) in try SQLCommand.shape(of: query) }
      let site = try folder()
      let progress = BuildProgress()
      let reader = try SiteReader(
        site: site, data: shared.data, settings: shared.settings, asOf: shared.asOf?.instant, jobs: shared.threads,
        memory: shared.memory, key: keys.key)
      let groups = GroupDatabase(try reader.read { progress.show($0) }, jobs: shared.threads)
      if let database {
        try groups.write(to: database)
        Console.tell("wrote \(database)")
      }
      if let query, let shape { print(try rows(of: query, shape, groups), terminator: "") }
    }
  }
}

extension SQLCommand {
  private func folder() throws(Diagnostics) -> String? {
    if let site { return try SiteLocator.site(from: site) }
    return shared.data.isEmpty ? try SiteLocator.site(from: ".") : nil
  }

  /// Found before any data is read.
  private static func shape(of query: String) throws(Diagnostics) -> QueryShape {
    do throws(SQLError) {
      let shape = try GroupDatabase.empty().shape(of: query)
      if let name = shape.parameters.first(where: { $0 != "as_of" }) { throw SQLError.missing(name, in: query) }
      return shape
    } catch {
      throw Diagnostics([error.diagnostic(of: query)])
    }
  }

  private func rows(of query: String, _ shape: QueryShape, _ groups: GroupDatabase) throws(Diagnostics) -> String {
    do throws(SQLError) {
      let database = try groups.load(reads: shape.reads, limits: QueryLimits(rows: maxRows))
      let table = try database.run(query, ["as_of": .text(groups.asOf)])
      return QueryOutput(table, format).text
    } catch {
      throw Diagnostics([error.diagnostic(of: query)])
    }
  }
}

extension SQLError {
  /// With the place in a query of the command line.
  fileprivate func diagnostic(of query: String) -> Diagnostic {
    let source = Array(query.utf8)
    return diagnostic(
      at: { Place(path: "query", source: source, offset: $0) },
      help: { cause in
        switch cause {
        case .rows: "ask for fewer with `limit`, or allow more with --max-rows"
        case .parameter: "from the terminal `:as_of` alone has a value; write others into the query"
        default: nil
        }
      })
  }
}

extension QueryOutput.Format: ExpressibleByArgument {}
