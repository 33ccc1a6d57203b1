import Files
import Foundation
import Testing

@testable import Snapshots

@Suite struct ZipTests {
  @Test func givesTheSameBytesForAnyNumberOfThreadsAndPlace() throws {
    let (one, other) = (try TestSite(), try TestSite())
    let first = try one.snapshot(jobs: 1).writeZip(to: SnapshotPlace(one.path("a.zip")))
    let second = try other.snapshot(jobs: 3).writeZip(to: SnapshotPlace(other.path("sub/b.zip")))
    #expect(first.sha256 == second.sha256)
    #expect(try one.bytes("a.zip") == other.bytes("sub/b.zip"))
    #expect(first.files == TestSite.files.count)
    #expect(try first.bytes == one.bytes("a.zip").count)
  }

  @Test func holdsEveryFileAndTheManifestLast() throws {
    let site = try TestSite()
    _ = try site.snapshot().writeZip(to: SnapshotPlace(site.path("a.zip")))
    let found = try files(of: site.bytes("a.zip"))
    #expect(found.map(\.name) == TestSite.files.keys.sorted() + ["snapshot.json"])
    for (name, text) in found.dropLast() { #expect(text == TestSite.files[name]) }
  }

  @Test func writesSizesAndOffsetsIn64BitsWhereTheyAskForIt() throws {
    let site = try TestSite()
    let output = try SnapshotOutput(site.path("wide.zip"), replaces: false, limit: nil)
    let zip = try ZipWriter(output, wideFrom: 0)
    let texts = ["ü.txt": String(repeating: "a", count: 600_000), "b": ""]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      let packed = bytes.withUnsafeBufferPointer { PackedFile($0) }
      if name == "b" {
        try zip.add(name, packed)
      } else {
        let digest = try bytes.withUnsafeBufferPointer { try zip.add(name, $0) }
        #expect(digest == packed.sha256)
      }
    }
    try zip.finish()
    _ = try output.finish()
    let found = try files(of: site.bytes("wide.zip"))
    #expect(found.map(\.name) == ["b", "ü.txt"])
    #expect(found.allSatisfy { texts[$0.name] == $0.text })
    let far = ZipEntry(name: "a", packed: 5, bytes: 6, offset: 1 << 33)
    #expect(far.centralHeader.count == 46 + 1 + 12 && far.localHeader.count == 30 + 1)
  }

  @Test func holdsMoreFilesThanSixteenBitsCount() throws {
    let site = try TestSite()
    let output = try SnapshotOutput(site.path("many.zip"), replaces: false, limit: nil)
    let zip = try ZipWriter(output)
    let empty = [UInt8]().withUnsafeBufferPointer { PackedFile($0) }
    for number in 0..<66_000 { try zip.add("\(number)", empty) }
    try zip.finish()
    _ = try output.finish()
    let count = try site.bytes("many.zip").withUnsafeBufferPointer { ZipReader($0)?.entries.count }
    #expect(count == 66_000)
  }

  @Test func refusesAFileInItsPlaceAndLeavesNothingBehind() throws {
    let site = try TestSite()
    try site.write("a.zip", [1])
    #expect(throws: SnapshotError.exists(site.path("a.zip"))) {
      try site.snapshot().writeZip(to: SnapshotPlace(site.path("a.zip")))
    }
    #expect {
      try site.snapshot().writeZip(to: SnapshotPlace(site.path("b.zip"), limit: 40))
    } throws: { error in
      guard case .tooLarge(_, limit: 40, isEstimate: false) = error as? SnapshotError else { return false }
      return true
    }
    #expect(try site.names() == ["a.zip", "public"])
    #expect(try site.bytes("a.zip") == [1])
    _ = try site.snapshot().writeZip(to: SnapshotPlace(site.path("a.zip"), replaces: true))
    #expect(try site.check("a.zip").isWhole)
    #expect(try site.names() == ["a.zip", "public"])
  }

  @Test(arguments: 0..<200)
  func refusesBytesThatAreNoArchive(seed: Int) throws {
    var numbers = SystemRandomNumberGenerator()
    let bytes = (0..<seed).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    bytes.withUnsafeBufferPointer { #expect(ZipReader($0) == nil, "\(bytes)") }
  }

  /// Names and texts.
  private func files(of bytes: [UInt8]) throws -> [(name: String, text: String)] {
    try bytes.withUnsafeBufferPointer { bytes in
      let zip = try #require(ZipReader(bytes))
      return zip.entries.map { entry in
        var text: [UInt8] = []
        let isWhole = zip.read(entry) { text.append(contentsOf: $0) }
        return (entry.name, isWhole ? String(decoding: text, as: UTF8.self) : "broken")
      }
    }
  }
}
