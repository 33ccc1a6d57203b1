import ArgumentParser
import Diagnostics
import Site

/// Options of the commands that read a whole site.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The site's folder. Default: the nearest with Content/site.yml, from here upwards.", valueName: "dir"))
  var site: String?

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("A folder of templates over the program's and the site's.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("More rejected records than this are an error: a number or a share.", valueName: "n|n%"))
  var maxRejected: RejectionLimit?

  func options() throws(Diagnostics) -> BuildOptions {
    var options = BuildOptions(site: try SiteLocator.site(from: site ?? "."), jobs: shared.threads)
    options.data = shared.data
    options.templates = templates
    options.rules = shared.settings
    options.memory = shared.memory
    options.asOf = shared.asOf?.instant
    options.maxRejected = maxRejected
    return options
  }
}

extension RejectionLimit: ExpressibleByArgument {}
