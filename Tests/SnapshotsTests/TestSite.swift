import Files
import Foundation
import TestSupport
import Time

@testable import Snapshots

/// A small published site, and the snapshots of it.
struct TestSite {
  let folder = try? TemporaryFolder()

  static let words = ["Zaubernuss", "quokka", "Ärmelkanal"]
  static let files = [
    "index.html": "<a href=\"people/a%20b.html\">Zaubernuss</a><link rel=\"stylesheet\" href=\"assets/site.css\">",
    "people/a b.html": "<p>quokka <a href=\"../people.csv\">CSV</a> <img src=\"../assets/icon.svg\">",
    "people.csv": "name\r\nÄrmelkanal\r\n",
    "search/a.js": "window.shard('quokka')",
    "assets/site.css": "p { color: red }",
    "assets/icon.svg": "<svg/>",
    "empty.txt": "",
  ]
  static let today = CivilDate(year: 2026, month: 6, day: 15)

  init(_ files: [String: String] = TestSite.files) throws {
    try folder?.write(Dictionary(uniqueKeysWithValues: files.map { ("public/" + $0.key, $0.value) }))
  }

  var root: String { folder?.path ?? "" }

  func path(_ name: String) -> String { root + "/" + name }

  func snapshot(
    pages: [String] = [], expires: CivilDate? = nil, jobs: Int = 2
  ) throws -> Snapshot {
    let contents = try SnapshotContents(folder: path("public"), pages: pages.compactMap(Glob.init))
    let facts = SnapshotFacts(
      program: "triptych 0", asOf: "2026-03-29T00:00:00Z", expires: expires, inputs: "in", rules: ["window=24h"])
    return Snapshot(contents, facts: facts, jobs: jobs)
  }

  func check(_ name: String, passphrase: String? = nil) throws -> SnapshotVerdict {
    try SnapshotCheck(path(name), today: TestSite.today) { passphrase.map { Passphrase($0) } }.run()
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

  func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path(name))) }

  /// Names beside the published folder.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }

  static func frame() throws -> PageFrame {
    let words = try Repository.words()
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(filePath: Repository.root + "/Templates/snapshot/" + name)))
    }
    return try PageFrame(
      words: words, templates: Repository.templates(words: words), script: bytes("open.js"), style: bytes("open.css"))
  }
}
