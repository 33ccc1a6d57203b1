import Foundation
import Testing
import Time

@testable import Snapshots

@Suite struct VerifyTests {
  private static let passphrase = "four words make one"

  /// The site as it lies in a folder that a zip was unpacked to.
  private func unpacked(expires: CivilDate? = nil) throws -> TestSite {
    let site = try TestSite()
    _ = try site.snapshot(expires: expires).writeZip(to: SnapshotPlace(site.path("a.zip")))
    try site.bytes("a.zip").withUnsafeBufferPointer { bytes in
      let zip = try #require(ZipReader(bytes))
      var manifest: [UInt8] = []
      #expect(zip.read(try #require(zip.entries.last)) { manifest.append(contentsOf: $0) })
      try site.write("public/snapshot.json", manifest)
    }
    return site
  }

  @Test func saysWholeWithItsFacts() throws {
    let site = try unpacked()
    for name in ["public", "a.zip"] {
      let verdict = try site.check(name)
      #expect(verdict.isWhole && !verdict.isExpired && !verdict.isLocked)
      #expect(verdict.files == TestSite.files.count)
      #expect(verdict.facts?.rules == ["window=24h"] && verdict.facts?.inputs == "in")
    }
  }

  @Test func namesChangedMissingAndUnexpectedFiles() throws {
    let site = try unpacked()
    try site.write("public/people.csv", Array("name\r\nArmelkanal\r\n".utf8))
    try site.write("public/new.html", [])
    try FileManager.default.removeItem(atPath: site.path("public/empty.txt"))
    let verdict = try site.check("public")
    #expect(verdict.changed == ["people.csv"])
    #expect(verdict.missing == ["empty.txt"])
    #expect(verdict.unexpected == ["new.html"])
    #expect(!verdict.isWhole)
  }

  @Test func saysThatAManifestWasChanged() throws {
    let site = try unpacked()
    var manifest = try site.bytes("public/snapshot.json")
    manifest[manifest.count / 2] ^= 1
    try site.write("public/snapshot.json", manifest)
    #expect(try site.check("public").damage == [.manifest])
  }

  @Test(arguments: [(0, false), (-1, true), (1, false)])
  func saysExpiredAfterTheLastDay(days: Int, expected: Bool) throws {
    let site = try unpacked(expires: TestSite.today.advanced(by: days))
    for name in ["public", "a.zip"] {
      let verdict = try site.check(name)
      #expect(verdict.isWhole && verdict.isExpired == expected)
    }
  }

  @Test func noticesAnyOtherByteOfAZip() throws {
    let site = try unpacked()
    // The bits that fill up a packed file's last byte say nothing.
    try expectChanges(of: "a.zip", site, step: 11, except: try ends(of: "a.zip", site))
  }

  @Test func noticesAnyOtherByteOfAPage() throws {
    let site = try TestSite()
    _ = try site.snapshot().writePage(
      to: SnapshotPlace(site.path("a.html")), frame: TestSite.frame(), passphrase: nil
    ) { _ in }
    try expectChanges(of: "a.html", site, step: 97)
  }

  @Test func noticesChangesOfAnEncryptedPageWithAndWithoutThePassphrase() throws {
    let site = try TestSite()
    _ = try site.snapshot(expires: TestSite.today.advanced(by: -1)).writePage(
      to: SnapshotPlace(site.path("a.html")), frame: TestSite.frame(), passphrase: Passphrase(VerifyTests.passphrase)
    ) { _ in }
    let locked = try site.check("a.html")
    #expect(locked.isWhole && locked.isLocked && locked.facts == nil)
    let open = try site.check("a.html", passphrase: VerifyTests.passphrase)
    #expect(open.isWhole && !open.isLocked && open.isExpired && open.files == TestSite.files.count)
    #expect(throws: SnapshotError.wrongPassphrase) { try site.check("a.html", passphrase: "another passphrase") }
    let text = String(decoding: try site.bytes("a.html"), as: UTF8.self)
    let mark = "class=\"triptych-part\">"
    let start = try #require(text.range(of: mark)?.upperBound)
    var other = text
    other.replaceSubrange(start...start, with: text[start] == "A" ? "B" : "A")
    try site.write("a.html", Array(other.utf8))
    #expect(try !site.check("a.html").isWhole)
    let verdict = try site.check("a.html", passphrase: VerifyTests.passphrase)
    #expect(Set(verdict.changed) == Set(TestSite.files.keys).subtracting(["empty.txt"]))
    #expect(verdict.damage.contains(.page))
  }

  @Test func refusesWhatIsNoSnapshot() throws {
    let site = try TestSite()
    try site.write("a.html", Array("<!doctype html>".utf8))
    for name in ["public", "a.html"] {
      #expect(throws: SnapshotError.notASnapshot(site.path(name))) { try site.check(name) }
    }
    #expect(throws: SnapshotError.self) { try site.check("none.zip") }
  }

  /// The last byte of each file in an archive.
  private func ends(of name: String, _ site: TestSite) throws -> Set<Int> {
    try site.bytes(name).withUnsafeBufferPointer { bytes in
      Set(try #require(ZipReader(bytes)).entries.map { $0.offset + $0.localHeader.count + $0.packed - 1 })
    }
  }

  /// No copy with one bit changed, or cut off, is whole.
  private func expectChanges(of name: String, _ site: TestSite, step: Int, except ends: Set<Int> = []) throws {
    let bytes = try site.bytes(name)
    for index in stride(from: 0, to: bytes.count, by: step) where !ends.contains(index) {
      var other = bytes
      other[index] ^= 1 << UInt8(index % 8)
      try site.write(name, other)
      let verdict = try? site.check(name)
      #expect(verdict?.isWhole != true, "with another bit at \(index)")
    }
    for count in [0, 1, bytes.count / 2, bytes.count - 1] {
      try site.write(name, Array(bytes.prefix(count)))
      #expect((try? site.check(name))?.isWhole != true, "cut at \(count)")
    }
    try site.write(name, bytes + [0])
    #expect((try? site.check(name))?.isWhole != true, "with a byte behind it")
  }
}
