import ArgumentParser
import Diagnostics
import Site

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a site of one's own: configuration, report pages, FAQ.")

  @Argument(help: ArgumentHelp("The site's folder; it must not exist or be empty.", valueName: "dir"))
  var folder: String

  @Option(help: "The language of its pages and words: en or de.")
  var language = "en"

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      try NewSite(folder: folder, home: try SiteLocator.home(), language: language).create()
      print(folder + "/Content/site.yml")
    }
  }
}
