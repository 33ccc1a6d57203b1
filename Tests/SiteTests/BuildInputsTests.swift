import Files
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct BuildInputsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func believesAFileWhoseSizeAndTimeAreWhatTheyWere() throws {
    let before = try inputs("one", Date(timeIntervalSinceNow: -60), trusting: nil)
    let time = try #require(before.files.first?.modifiedNanoseconds)
    let after = try inputs("two", Date(timeIntervalSince1970: Double(time) / 1e9), trusting: nil)
    #expect(after.files.map(\.content) != before.files.map(\.content))
    var trusting = try BuildInputs(settings: [], paths: [folder.path + "/page.md"])
    trusting.files[0].modifiedNanoseconds = time
    trusting.read(trusting: before, jobs: 1)
    #expect(trusting.sayTheSame(as: before))
  }

  /// As if each were written in the same moment in which it is looked at.
  @Test func readsAFileThatIsWrittenJustNow() throws {
    let now = Date(timeIntervalSinceNow: 60)
    let before = try inputs("one", now, trusting: nil)
    #expect(try !inputs("two", now, trusting: before).sayTheSame(as: before))
    #expect(try inputs("one", now, trusting: before).sayTheSame(as: before))
  }

  private func inputs(_ text: String, _ time: Date, trusting before: BuildInputs?) throws -> BuildInputs {
    try folder.write(["page.md": text])
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder.path + "/page.md")
    var inputs = try BuildInputs(settings: [], paths: [folder.path + "/page.md"])
    inputs.read(trusting: before, jobs: 1)
    return inputs
  }
}
