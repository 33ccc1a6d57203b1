import ArgumentParser
import Diagnostics
import Files
import Privacy
import Site

struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Take personal data out of a text, as a site's audiences read it.")

  @Argument(help: ArgumentHelp("Files of text in UTF-8. Default: standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("An export whose people are taken out too; may be repeated.", valueName: "path"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp(
      "The site whose `redaction` holds. Default: the nearest with Content/site.yml, or none where there is none.",
      valueName: "dir"))
  var site: String?

  @Flag(help: "List what is found, one JSON object a line, in place of the text.")
  var findings = false

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let progress = BuildProgress()
      let rules = try SiteRedaction(
        site: site, data: data
      ).rules { progress.show($0) }
      var writer = RedactionWriter(Redactor(rules), listsFindings: findings)
      for file in files.isEmpty ? ["/dev/stdin"] : files { try writer.write(file) }
    }
  }
}
