import ArgumentParser
import Diagnostics
import Snapshots
import Time

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Tell whether a snapshot is whole, changed or expired.")

  @Argument(help: ArgumentHelp("A snapshot, or the folder that one was unpacked to.", valueName: "snapshot"))
  var snapshot: String

  @Option(help: ArgumentHelp("A file whose first line is the passphrase.", valueName: "file"))
  var passphraseFile: String?

  func run() throws {
    try Console.run { () throws(Diagnostics) in
      let source = PassphraseSource(file: passphraseFile)
      let verdict = try SnapshotError.told { () throws(SnapshotError) in
        try SnapshotCheck(snapshot, today: .today) { () throws(SnapshotError) in try source.known() }.run()
      }
      print(VerdictText(verdict, path: snapshot).text)
      if !verdict.isWhole || verdict.isExpired { throw Diagnostics([]) }
    }
  }
}
