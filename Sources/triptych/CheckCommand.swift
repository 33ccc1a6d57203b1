import ArgumentParser
import Diagnostics
import Events
import Site

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read everything a site is made from and tell what is wrong; write nothing.")

  @Option(help: ArgumentHelp("The site's folder. Default: the nearest with Content/site.yml, from here upwards.", valueName: "dir"))
  var site: String?

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("A folder of templates over the program's and the site's.", valueName: "dir"))
  var templates: String?

  @Option(help: ArgumentHelp("More rejected records than this are an error: a number or a share.", valueName: "n|n%"))
  var maxRejected: RejectionLimit?

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      var options = BuildOptions(site: try SiteLocator.site(from: site ?? "."), jobs: shared.threads)
      options.data = shared.data
      options.templates = templates
      options.rules = shared.settings
      options.maxRejected = maxRejected
      let summary = try SiteBuilder(options) { BuildProgress.show($0) }.check()
      for rejected in summary.rejected {
        Console.tell("\(rejected.file):\(rejected.line): rejected: \(rejected.reason)\n  \(shown(rejected.text))")
      }
      print(
        "\(summary.records) records, \(summary.events) events, \(summary.rejected.count) rejected, "
          + "\(summary.duplicates) duplicates, \(summary.restated) restated")
    }
  }

  /// The record's beginning without control characters, which could steer the terminal.
  private func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
