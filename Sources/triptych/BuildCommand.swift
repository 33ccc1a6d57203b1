import ArgumentParser
import Diagnostics
import Privacy
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Publish a site: read its data, group it, write its pages.")

  @OptionGroup var reading: SiteOptions

  @Option(help: ArgumentHelp("The folder to publish to. Default: the site's public/.", valueName: "dir"))
  var output: String?

  @Option(help: ArgumentHelp("Write the database of the groups to this file too.", valueName: "file"))
  var database: String?

  @Option(help: ArgumentHelp("Whom the site is for. Default: the configuration's `audience`.", valueName: "name"))
  var audience: String?

  @OptionGroup var keys: KeyOptions

  @Flag(help: "Make pseudonyms with a key that no other build has; another is for the list of the forgotten alone.")
  var randomKey = false

  @Flag(help: "Replace the output folder even if this program did not make it.")
  var force = false

  @Flag(help: "Read every file again, even where its size and time are what they were.")
  var checkContent = false

  @Flag(help: "Tell how long each part of the work took.")
  var timings = false

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let progress = BuildProgress()
      var options = try reading.options()
      options.output = output
      options.force = force
      options.database = database
      options.forgetKey = try keys.key()
      options.audience = AudienceChoice(name: audience, key: randomKey ? .random() : options.forgetKey)
      options.checksContent = checkContent
      let summary = try SiteBuilder(options) { progress.show($0) }.build()
      if timings { Console.tell(progress.timings()) }
      Console.tell(BuildProgress.text(summary, took: progress.elapsed))
      print(summary.index)
    }
  }
}
