import ArgumentParser
import Diagnostics
import Events
import Site

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read everything a site is made from and tell what is wrong; write nothing.")

  @OptionGroup var reading: SiteOptions

  @OptionGroup var keys: KeyOptions

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let progress = BuildProgress()
      var options = try reading.options()
      options.forgetKey = try keys.key()
      options.audience.key = options.forgetKey
      let summary = try SiteBuilder(options) { progress.show($0) }.check()
      for record in summary.rejected {
        let place = Place(path: record.file, line: record.line, text: record.text)
        Console.tell(Diagnostic.warning("rejected: \(record.reason)", at: place).description)
      }
      print(
        "\(summary.records) records, \(summary.events) events, \(summary.rejected.count) rejected, "
          + "\(summary.duplicates) duplicates, \(summary.restated) restated\(summary.omittedText)")
    }
  }
}
