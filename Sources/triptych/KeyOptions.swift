import ArgumentParser
import Diagnostics
import Foundation
import Privacy
import Site

/// The key of pseudonyms and of the list of the forgotten.
struct KeyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with the key of pseudonyms and of the list of the forgotten. Default: TRIPTYCH_KEY.", valueName: "file"))
  var keyFile: String?

  /// Nil where none is given.
  func key() throws(Diagnostics) -> PseudonymKey? {
    try AudienceChoice.key(file: keyFile, environment: ProcessInfo.processInfo.environment)
  }
}
