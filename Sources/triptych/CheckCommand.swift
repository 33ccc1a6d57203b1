import ArgumentParser
import Diagnostics
import Events
import Site

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read everything a site is made from and tell what is wrong; write nothing.")

  @OptionGroup var reading: SiteOptions

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let progress = BuildProgress()
      let summary = try SiteBuilder(try reading.options()) { progress.show($0) }.check()
      for record in summary.rejected {
        let place = Place(path: record.file, line: record.line, text: record.text)
        Console.tell(Diagnostic.warning("rejected: \(record.reason)", at: place).description)
      }
      print(
        "\(summary.records) records, \(summary.events) events, \(summary.rejected.count) rejected, "
          + "\(summary.duplicates) duplicates, \(summary.restated) restated")
    }
  }
}
