import ArgumentParser
import Diagnostics
import Snapshots
import Time

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Tell whether a snapshot is whole, changed or expired.")

  @Argument(help: ArgumentHelp("A snapshot, or the folder that one was unpacked to.", valueName: "snapshot"))
  var snapshot: String

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let verdict = try SnapshotError.told { () throws(SnapshotError) in
        try SnapshotCheck(snapshot, today: .today).run()
      }
      print(VerdictText(verdict, path: snapshot).text)
      if !verdict.isWhole || verdict.isExpired { throw Diagnostics([]) }
    }
  }
}
