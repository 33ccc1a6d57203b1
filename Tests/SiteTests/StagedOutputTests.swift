import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct StagedOutputTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/public" }

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["public", "a/b/public"])
  func publishesWhereThereIsNothing(name: String) throws {
    let index = try publish(["index.html": "1", "guide/a.html": "2"], to: folder.path + "/" + name)
    #expect(index == folder.path + "/" + name)
    #expect(try folder.files(under: name) == ["index.html": "1", "guide/a.html": "2"])
  }

  @Test func publishesIntoEmptyFolder() throws {
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false)
    try publish(["index.html": "1"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "1"])
  }

  @Test func replacesAllOfTheSecondLastBuild() throws {
    try publish(["index.html": "1", "old/a.html": "2"], to: output)
    try publish(["index.html": "3", "new/b.html": "4"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "3", "new/b.html": "4"])
    try publish(["other.html": "5"], to: output)
    #expect(try folder.files(under: "public") == ["other.html": "5"])
    #expect(try names() == "other.html\n")
  }

  @Test func keepsGitsPlaceholder() throws {
    try folder.write(["public/.gitkeep": ""])
    for _ in 1...2 {
      try publish(["index.html": "1"], to: output)
      #expect(try folder.files(under: "public") == ["index.html": "1", ".gitkeep": ""])
    }
  }

  @Test func refusesFolderOfOthersAndTouchesNothing() throws {
    try folder.write(["public/notes.txt": "mine", "public/b/c.txt": "too"])
    #expect(
      failure(output) == """
        error: the folder `\(output)` holds `b`, which was not made by this program, expected an empty folder or our own
        = help: choose another folder with --output, or say --force to replace all that is in it
        """)
    #expect(try folder.files(under: "") == ["public/notes.txt": "mine", "public/b/c.txt": "too"])
  }

  @Test func refusesOwnFolderWhenOthersPutSomethingThere() throws {
    try publish(["index.html": "1", "guide/a.html": "2"], to: output)
    try folder.write(["public/CNAME": "site.example"])
    #expect(failure(output)?.contains("holds `CNAME`") == true)
    #expect(try folder.files(under: "public") == ["index.html": "1", "guide/a.html": "2", "CNAME": "site.example"])
    try publish(["index.html": "3"], to: output, force: true)
    #expect(try folder.files(under: "public") == ["index.html": "3"])
  }

  @Test func replacesFolderOfOthersByForce() throws {
    try folder.write(["public/notes.txt": "mine"])
    try publish(["index.html": "1"], to: output, force: true)
    #expect(try folder.files(under: "public") == ["index.html": "1"])
  }

  @Test(arguments: ["site", "site/", "site/Content", "site/Content/guide", "site/../site", ""])
  func refusesSourcesByForceToo(name: String) throws {
    try folder.write(["site/Content/site.yml": "title: A", "site/Content/guide/a.md": "b"])
    let path = folder.path + "/" + name
    let error = #expect(throws: Diagnostics.self) {
      try StagedOutput(
        output: path, force: true, sources: [folder.path + "/site/Content/guide/.", folder.path + "/none"])
    }
    #expect(error?.description.contains("holds what the site is made from") == true)
    #expect(try folder.files(under: "") == ["site/Content/site.yml": "title: A", "site/Content/guide/a.md": "b"])
  }

  @Test func refusesFileAsOutput() throws {
    try folder.write(["public": "a file"])
    for force in [false, true] {
      #expect(
        failure(output, force: force)
          == "error: `\(output)` is no folder that can be read\n= help: choose another --output")
    }
    #expect(try folder.files(under: "") == ["public": "a file"])
  }

  @Test func writesOverFilesThatTheRestingTreeAloneHas() throws {
    try publish(["a.html": "one", "b.html": "same"], to: output)
    try publish(["a.html": "two", "b.html": "same"], to: output)
    let resting = try number("/.public.triptych/resting/a.html")
    try publish(["a.html": "3", "b.html": "same"], to: output)
    #expect(try folder.files(under: "public") == ["a.html": "3", "b.html": "same"])
    #expect(try number("/public/a.html") == resting)
    #expect(try folder.files(under: ".public.triptych/resting") == ["a.html": "two", "b.html": "same"])
  }

  @Test func changesNoFileThatSomebodyReadsOrHasByAnotherName() throws {
    try publish(["a.html": "one", "b.html": "one"], to: output)
    let reader = try FileHandle(forReadingFrom: URL(filePath: output + "/a.html"))
    try FileManager.default.linkItem(atPath: output + "/b.html", toPath: folder.path + "/kept.html")
    for text in ["two", "three", "four"] { try publish(["a.html": text, "b.html": text], to: output) }
    #expect(try folder.files(under: "public") == ["a.html": "four", "b.html": "four"])
    #expect(try reader.readToEnd() == Data("one".utf8))
    #expect(try String(contentsOfFile: folder.path + "/kept.html", encoding: .utf8) == "one")
  }

  @Test func leavesPublishedFilesUntilAllIsPublished() throws {
    try publish(["index.html": "old", "a/b.html": "older"], to: output)
    let before = try folder.files(under: "public")
    try put("index.html", "new", in: try StagedOutput(output: output, force: false))
    #expect(try folder.files(under: "public") == before)
    try publish(["index.html": "old", "c.html": "new"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "old", "c.html": "new"])
  }

  @Test func leavesNothingPublishedWhenTheFirstBuildFails() throws {
    try put("index.html", "new", in: try StagedOutput(output: output, force: false))
    #expect(!folder.exists("public"))
  }

  @Test func refusesOutputThatAnotherBuildWritesTo() throws {
    var first: StagedOutput? = try StagedOutput(output: output, force: false)
    for force in [false, true] {
      #expect(
        failure(output, force: force) == """
          error: another build is writing to `\(output)`
          = help: wait for it to end, or choose another --output
          """)
    }
    try first.map { try publish(["index.html": "1"], by: $0) }
    first = nil
    try publish(["index.html": "2"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "2"])
  }

  @Test func refusesOutputWhoseLockAnotherProcessHolds() throws {
    try folder.write([".public.triptych/lock": ""])
    let descriptor = open(folder.path + "/.public.triptych/lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(failure(output)?.contains("another build is writing") == true)
    close(descriptor)
    #expect(failure(output) == nil)
  }

  @Test(arguments: ["public/", "public//", "public/.", "./public/./", "a/../public"])
  func takesEveryWayToNameFolder(name: String) throws {
    try folder.write(["a/b": ""])
    try publish(["index.html": "1"], to: folder.path + "/" + name)
    try publish(["index.html": "2"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "2"])
    #expect(try names() == "index.html\n")
  }

  @Test func resolvesFoldersAboveOutputThatIsNotThereYet() throws {
    try folder.write(["real/a/b": ""])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/real")
    #expect(try publish(["index.html": "1"], to: folder.path + "/link/a/../x/y") == folder.path + "/real/x/y")
    #expect(folder.exists("real/x/.y.triptych/known-names"))
  }

  @Test func takesPathRelativeToTheCurrentFolder() throws {
    let ups = Folders.resolved(".").split(separator: "/").map { _ in ".." }.joined(separator: "/")
    try publish(["index.html": "1"], to: ups + output)
    #expect(try folder.files(under: "public") == ["index.html": "1"])
  }

  @Test func publishesThroughLink() throws {
    try folder.write(["real/.gitkeep": ""])
    try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: folder.path + "/real")
    #expect(try publish(["index.html": "1"], to: output) == folder.path + "/real")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: output) == folder.path + "/real")
    #expect(try folder.files(under: "real") == ["index.html": "1", ".gitkeep": ""])
  }

  @Test func bringsOldSiteBackAfterCrashBetweenTwoMoves() throws {
    try publish(["index.html": "1"], to: output)
    try Folders.move(output, to: folder.path + "/.public.triptych/previous")
    try folder.write([".public.triptych/resting/half.html": "x"])
    #expect(failure(output) == nil)
    #expect(try folder.files(under: "public") == ["index.html": "1"])
    #expect(!folder.exists(".public.triptych/previous"))
    try publish(["index.html": "2"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "2"])
  }

  /// The names that may be published are noted before the exchange: a crash around it leaves either tree in the output.
  @Test(arguments: ["old.html", "new.html"])
  func knowsOwnFolderAfterCrashAroundTheExchange(published: String) throws {
    try folder.write(["public/\(published)": "1", ".public.triptych/known-names": "new.html\nold.html\n"])
    try publish(["index.html": "2"], to: output)
    #expect(try folder.files(under: "public") == ["index.html": "2"])
  }

  @discardableResult
  private func publish(_ files: [String: String], to output: String, force: Bool = false) throws -> String {
    let staged = try StagedOutput(output: output, force: force)
    try publish(files, by: staged)
    return staged.output
  }

  private func publish(_ files: [String: String], by staged: StagedOutput) throws {
    let output = SiteOutput(staged, isFull: false, inMemory: 1 << 20)
    var notes = PageNotes()
    for (name, text) in files { try output.write(file: name, Array(text.utf8), notes: &notes) }
    try output.hand(over: &notes)
    _ = try output.publish(jobs: 2)
  }

  /// Of a file, the same as long as it is not made anew.
  private func number(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path + path)[.systemFileNumber] as? Int
  }

  private func names() throws -> String {
    try String(contentsOfFile: folder.path + "/.public.triptych/known-names", encoding: .utf8)
  }

  /// Writes a file of a tree that is never published.
  private func put(_ address: String, _ text: String, in staged: StagedOutput) throws {
    try Array(text.utf8).withUnsafeBufferPointer { try staged.put(address, $0) }
  }

  private func failure(_ output: String, force: Bool = false) -> String? {
    do {
      _ = try StagedOutput(output: output, force: force)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
