import ArgumentParser
import Diagnostics
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Publish a site: read its data, group it, write its pages.")

  @Option(help: ArgumentHelp("The site's folder. Default: the nearest with Content/site.yml, from here upwards.", valueName: "dir"))
  var site: String?

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("The folder to publish to. Default: the site's public/.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("A folder of templates over the program's and the site's.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("More rejected records than this are an error: a number or a share.", valueName: "n|n%"))
  var maxRejected: RejectionLimit?

  @Flag(help: "Replace the output folder even if this program did not make it.")
  var force = false

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let summary = try SiteBuilder(try options()) { BuildProgress.show($0) }.build()
      Console.tell(BuildProgress.text(summary))
      print(summary.index)
    }
  }

  private func options() throws(Diagnostics) -> BuildOptions {
    var options = BuildOptions(site: try SiteLocator.site(from: site ?? "."), jobs: shared.threads)
    options.data = shared.data
    options.output = output
    options.templates = templates
    options.rules = shared.settings
    options.asOf = shared.asOf?.instant
    options.maxRejected = maxRejected
    options.force = force
    return options
  }
}
