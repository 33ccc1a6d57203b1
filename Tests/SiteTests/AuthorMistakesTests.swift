import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Site

/// Each folder of `Mistakes/` is a test: its files are laid over a new site, and what the program says of them is its
/// `expected.txt`. `RECORD=1` writes that anew.
@Suite struct AuthorMistakesTests {
  static let folder = Repository.root + "/Tests/SiteTests/Mistakes"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  @Test func knowsManyMistakes() { #expect(AuthorMistakesTests.names.count >= 40) }

  @Test(arguments: names) func saysWhatIsWrongAndHowToMendIt(_ name: String) throws {
    let said = try mistakes(of: name)
    let golden = AuthorMistakesTests.folder + "/\(name)/expected.txt"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (said + "\n").write(toFile: golden, atomically: true, encoding: .utf8)
    }
    #expect(said + "\n" == (try? String(contentsOfFile: golden, encoding: .utf8)) ?? "", "\(name)")
  }

  /// What is said before any data is read.
  private func mistakes(of name: String) throws -> String {
    let folder = try TemporaryFolder()
    let root = folder.path + "/site"
    try NewSite(folder: root, home: Repository.root).create()
    let source = AuthorMistakesTests.folder + "/" + name
    for file in try FileManager.default.contentsOfDirectory(atPath: source) where file != "expected.txt" {
      let text = try String(contentsOfFile: source + "/" + file, encoding: .utf8)
      try folder.write(["site/Content/" + (file == "page.md" ? "weekly.md" : file): text])
    }
    do throws(Diagnostics) {
      _ = try SiteProgram(SiteSources(root: root, home: Repository.root, overlay: nil, settings: []))
      return "no mistake found"
    } catch {
      return error.description
    }
  }
}
