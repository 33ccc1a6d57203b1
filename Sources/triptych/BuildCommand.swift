import ArgumentParser
import Diagnostics
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Publish a site: read its data, group it, write its pages.")

  @OptionGroup var reading: SiteOptions

  @Option(help: ArgumentHelp("The folder to publish to. Default: the site's public/.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("Write the database of the groups to this file too.", valueName: "file"))
  var database: String?

  @Flag(help: "Replace the output folder even if this program did not make it.")
  var force = false

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let clock = ContinuousClock()
      let start = clock.now
      var options = try reading.options()
      options.output = output
      options.force = force
      options.database = database
      let summary = try SiteBuilder(options) { BuildProgress.show($0) }.build()
      Console.tell(BuildProgress.text(summary, took: clock.now - start))
      print(summary.index)
    }
  }
}
