import ArgumentParser
import Demo
import Diagnostics
import Files

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write an invented shop's data export, in the format of Gladly's.")

  @Option(help: ArgumentHelp("How many customers wrote.", valueName: "n"))
  var customers = 400

  @Option(help: ArgumentHelp("How many days the export covers.", valueName: "d"))
  var days = 62

  @Option(help: ArgumentHelp("Another number, another shop; the same number, the same bytes.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output: String

  @Flag(help: "Break, repeat or restate about one line in a thousand.")
  var badRecords = false

  @Flag(help: "Compress the files.")
  var gzip = false

  func validate() throws {
    if !(1...10_000_000).contains(customers) {
      throw ValidationError("--customers takes a number from 1 to 10,000,000.")
    }
    if !(1...3660).contains(days) { throw ValidationError("--days takes a number from 1 to 3,660.") }
  }

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let sink = DiskFileSink(root: output)
      let export = DemoExport(customers: customers, days: days, seed: seed, badRecords: badRecords, compressed: gzip)
      do {
        try export.write { path, bytes in try sink.write(path, bytes) }
      } catch let error as FileError {
        throw Diagnostics([error.diagnostic])
      } catch {
        throw Diagnostics([.error("\(error)")])
      }
      print(output)
    }
  }
}
