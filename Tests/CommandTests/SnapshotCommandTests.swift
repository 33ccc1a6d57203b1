import Foundation
import Testing

/// Snapshots of a small site, made and checked by the program as its users run it.
@Suite struct SnapshotCommandTests {
  private let space: Workspace
  private static let passphrase = "garden kettle ladder moss"

  init() throws {
    space = try Workspace()
    try space.makeSite(customers: 8, days: 6, badRecords: false)
    _ = try Program.run(["build", "--site", space.path + "/site"])
    try space.write("passphrase", SnapshotCommandTests.passphrase + "\nsecond line\n")
  }

  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Result {
    let result = try Program.run(arguments, in: space.path, environment: environment)
    #expect(!result.output.contains("kettle") && !result.errors.contains("kettle"))
    return result
  }

  @Test func writesTheSameArchiveForAnyThreadsPlaceAndZone() throws {
    let first = try run(["snapshot", "--site", "site", "--output", "a.zip", "--jobs", "1"])
    #expect(first.code == 0 && first.output == "a.zip\n", "\(first.errors)")
    let second = try run(
      ["snapshot", "--from", "site/public", "--output", "b/c.zip", "--jobs", "4"], environment: ["TZ": "Asia/Kolkata"])
    #expect(second.code == 0, "\(second.errors)")
    #expect(try space.tree(".")["a.zip"] == space.tree("b")["c.zip"])
    let again = try run(["snapshot", "--site", "site", "--output", "a.zip"])
    #expect(again.code == 1 && again.errors.contains("there is a file `a.zip` already"))
    let whole = try run(["verify", "a.zip"])
    #expect(whole.code == 0 && whole.output.hasPrefix("a.zip: whole\n"))
    #expect(whole.output.contains("  data as of 20"))
    #expect(!whole.output.contains("not known"))
  }

  @Test func locksAndVerifiesWithAPassphrase() throws {
    let file = ["--passphrase-file", "passphrase"]
    let made = try run(["snapshot", "--site", "site", "--format", "encrypted"] + file)
    #expect(made.code == 0 && made.output == "snapshot.html\n", "\(made.errors)")
    #expect(try run(["verify", "snapshot.html"] + file).output.hasPrefix("snapshot.html: whole\n"))
    let variable = ["TRIPTYCH_PASSPHRASE": SnapshotCommandTests.passphrase]
    #expect(try run(["verify", "snapshot.html"], environment: variable).code == 0)
    let wrong = try run(["verify", "snapshot.html"], environment: ["TRIPTYCH_PASSPHRASE": "another one"])
    #expect(wrong.code == 1 && wrong.errors.contains("the passphrase is not the one"))
    let short = try run(
      ["snapshot", "--site", "site", "--format", "encrypted", "--force"], environment: ["TRIPTYCH_PASSPHRASE": "short"])
    #expect(short.code == 1 && short.errors.contains("shorter than 12 characters"))
  }

  @Test func tellsWhatIsChangedAndExpired() throws {
    let made = try run(["snapshot", "--site", "site", "--output", "a.html", "--expires", "2001-01-01"])
    #expect(made.code == 0 && made.errors.contains("in one file"))
    let expired = try run(["verify", "a.html"])
    #expect(expired.code == 1 && expired.output.hasPrefix("a.html: expired\n"))
    try space.write("a.html", try space.read("a.html").replacingOccurrences(of: "600", with: "601") + " ")
    let changed = try run(["verify", "a.html"])
    #expect(changed.code == 1 && changed.output.hasPrefix("a.html: changed, and expired\n"))
  }

  @Test func saysWhatCannotBeMade() throws {
    let large = try run(["snapshot", "--site", "site", "--format", "html", "--max-size", "20K"])
    #expect(large.code == 1 && large.errors.contains("more than the 20.0 kB that --max-size allows"))
    let none = try run(["snapshot", "--site", "site", "--pages", "none/*"])
    #expect(none.code == 1 && none.errors.contains("no file of the site matches `none/*`"))
    let inside = try run(["snapshot", "--site", "site", "--output", "site/public/a.zip"])
    #expect(inside.code == 1 && inside.errors.contains("would lie inside the folder"))
    #expect(try run(["snapshot", "--site", "site", "--expires", "soon"]).code == 64)
  }

  @Test func saysWhereNothingIsKnownOfTheBuild() throws {
    try FileManager.default.copyItem(atPath: space.path + "/site/public", toPath: space.path + "/copy")
    let made = try run(["snapshot", "--from", "copy", "--pages", "index.html", "--output", "a.zip"])
    #expect(made.code == 0 && made.errors.contains("nothing is known of the build"))
    #expect(try run(["verify", "a.zip"]).output.contains("inputs not known"))
  }
}
