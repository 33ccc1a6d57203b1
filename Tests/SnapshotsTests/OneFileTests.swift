import Foundation
import TestSupport
import Testing

@testable import Snapshots

@Suite struct OneFileTests {
  private static let passphrase = "four words make one"

  @Test func givesTheSameBytesForAnyNumberOfThreads() throws {
    let site = try TestSite()
    let frame = try TestSite.frame()
    for jobs in [1, 3] {
      _ = try site.snapshot(jobs: jobs).writePage(
        to: SnapshotPlace(site.path("\(jobs).html")), frame: frame, passphrase: nil
      ) { _ in }
    }
    #expect(try site.bytes("1.html") == site.bytes("3.html"))
    #expect(try site.check("1.html").isWhole)
  }

  @Test func holdsFilesLargerThanAPart() throws {
    var numbers = SeededNumbers(seed: 6)
    let large = String((0..<(5 << 19)).map { _ in Character(UnicodeScalar(UInt8(33 + numbers.below(90)))) })
    let site = try TestSite(["a.txt": "a", "index.html": large, "z.txt": "z", "zz.txt": ""])
    let frame = try TestSite.frame()
    var estimate = 0
    let summary = try site.snapshot().writePage(
      to: SnapshotPlace(site.path("a.html")), frame: frame, passphrase: Passphrase(new: OneFileTests.passphrase)
    ) { estimate = $0 }
    #expect(abs(estimate - summary.bytes) < summary.bytes / 20, "estimated \(estimate), made \(summary.bytes)")
    let verdict = try site.check("a.html", passphrase: OneFileTests.passphrase)
    #expect(verdict.isWhole && verdict.files == 4)
  }

  @Test func refusesBeforeItWritesWhatWouldBeTooLarge() throws {
    let site = try TestSite()
    let frame = try TestSite.frame()
    var told = 0
    #expect(throws: SnapshotError.self) {
      try site.snapshot().writePage(
        to: SnapshotPlace(site.path("a.html"), limit: 10_000), frame: frame, passphrase: nil
      ) { told = $0 }
    }
    #expect(told > 10_000)
    #expect(try site.names() == ["public"])
  }

  @Test func holdsNothingOfTheSiteOutsideOfTheCiphertext() throws {
    let site = try TestSite()
    let frame = try TestSite.frame()
    for (name, passphrase) in [("plain.html", nil), ("locked.html", try Passphrase(new: OneFileTests.passphrase))] {
      _ = try site.snapshot().writePage(to: SnapshotPlace(site.path(name)), frame: frame, passphrase: passphrase) { _ in
      }
    }
    let locked = String(decoding: try site.bytes("locked.html"), as: UTF8.self)
    for word in TestSite.words + ["people", "2026-03-29", "window=24h", "site.css", OneFileTests.passphrase] {
      #expect(!locked.contains(word), "\(word)")
    }
    #expect(locked.contains("\"rounds\": 600000"))
    // Nor is what lies in base64 readable without the key.
    for text in locked.matches(of: /class="triptych-(part|index)">([^<]*)</) {
      let data = try #require(Data(base64Encoded: String(text.output.2)))
      #expect(Array(data).withUnsafeBufferPointer { Inflater.unpack($0, limit: 1 << 20) } == nil)
    }
  }

  @Test func allowsItsOwnScriptAndStyleAlone() throws {
    let site = try TestSite()
    _ = try site.snapshot().writePage(
      to: SnapshotPlace(site.path("a.html")), frame: TestSite.frame(), passphrase: nil
    ) { _ in }
    let page = String(decoding: try site.bytes("a.html"), as: UTF8.self)
    #expect(page.matches(of: /<script>/).count == 1)
    #expect(page.contains("default-src 'none'; script-src 'sha256-") && !page.contains("unsafe"))
    #expect(!page.contains("‹"), "words that are missing")
  }
}
