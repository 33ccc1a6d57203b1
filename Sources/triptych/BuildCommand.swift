import ArgumentParser
import Diagnostics
import Foundation
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

  @Option(help: ArgumentHelp("A file with the key of pseudonyms. Default: TRIPTYCH_KEY.", valueName: "file"))
  var keyFile: String?

  @Flag(help: "Make pseudonyms with a key that no other build has.")
  var randomKey = false

  @Flag(help: "Replace the output folder even if this program did not make it.")
  var force = false

  @Flag(help: "Read every file again, even where its size and time are what they were.")
  var checkContent = false

  @Flag(help: "Tell how long each part of the work took.")
  var timings = false

  func validate() throws {
    guard randomKey, keyFile != nil else { return }
    throw ValidationError("--random-key takes the place of a key: leave --key-file out.")
  }

  private func key() throws(Diagnostics) -> PseudonymKey? {
    if randomKey { return .random() }
    return try AudienceChoice.key(file: keyFile, environment: ProcessInfo.processInfo.environment)
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let progress = BuildProgress()
      var options = try reading.options()
      options.output = output
      options.force = force
      options.database = database
      options.audience = AudienceChoice(name: audience, key: try key())
      options.checksContent = checkContent
      let summary = try SiteBuilder(options) { progress.show($0) }.build()
      if timings { Console.tell(progress.timings()) }
      Console.tell(BuildProgress.text(summary, took: progress.elapsed))
      print(summary.index)
    }
  }
}
