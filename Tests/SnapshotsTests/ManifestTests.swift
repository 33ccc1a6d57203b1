import Testing
import Time

@testable import Snapshots

@Suite struct ManifestTests {
  private func manifest() throws -> [UInt8] {
    let facts = SnapshotFacts(
      program: "triptych 1", audience: "team", asOf: nil, expires: CivilDate(year: 2027, month: 1, day: 2), inputs: nil,
      rules: ["a=b", "c: d=\"e\""])
    var writer = try ManifestWriter(facts, first: "index.html")
    try writer.add(Manifest.File(path: "a \"<\\\u{7}ü.html", bytes: 3, sha256: String(repeating: "0", count: 64)))
    try writer.add(Manifest.File(path: "b", bytes: 0, sha256: String(repeating: "f", count: 64)))
    return try writer.finish().use { Array($0) }
  }

  @Test func readsWhatItWrote() throws {
    let bytes = try manifest()
    try bytes.withUnsafeBufferPointer { bytes in
      let reader = try #require(ManifestReader(bytes))
      #expect(reader.facts.program == "triptych 1" && reader.facts.audience == "team" && reader.facts.asOf == nil)
      #expect(reader.facts.expires == CivilDate(year: 2027, month: 1, day: 2))
      #expect(reader.facts.rules == ["a=b", "c: d=\"e\""])
      #expect(reader.head.first == "index.html")
      #expect(Array(reader.files()).map(\.path) == ["a \"<\\\u{7}ü.html", "b"])
      #expect(Array(reader.files()).map(\.bytes) == [3, 0])
      #expect(reader.count == 2)
    }
    #expect(!bytes.contains(UInt8(ascii: "<")))
  }

  @Test func refusesAnyOtherByte() throws {
    let bytes = try manifest()
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      let isRead = other.withUnsafeBufferPointer { ManifestReader($0) != nil }
      #expect(!isRead, "with another byte at \(index)")
    }
  }

  @Test(arguments: ["", "{}", "\n\n\n", "}\n}\n", "{\n\"seal\": 1\n}\n"])
  func refusesWhatIsNoManifest(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { ManifestReader($0) == nil })
  }

  @Test(arguments: [
    ("2026-12-31", true), ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false), ("26-12-31", false),
    ("2026-1-1", false), ("tomorrow", false), ("", false), ("2026-12-31x", false),
  ])
  func readsDates(text: String, isOne: Bool) {
    #expect(CivilDate(text)?.description == (isOne ? text : nil), "\(text)")
  }
}
