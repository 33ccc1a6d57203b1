import Diagnostics
import Files
import TestSupport
import Testing

@testable import Site

@Suite struct ReusedPagesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func takesAPageOverWithItsFiles() throws {
    try build { output, notes in try write("a.html", files: ["a.csv", "b.csv"], from: 5, output, &notes) }
    for _ in 1...2 {
      let published = try build { output, notes in
        let asked = try [("b.html", 5), ("a.html", 7), ("a.html", 5)].map { address, source in
          try output.reuse(page: address, source: source, notes: &notes)
        }
        #expect(asked == [false, false, true])
      }
      #expect(published == ["a.csv", "a.html", "b.csv"])
    }
  }

  @Test func makesAPageAnewThatSomebodyChanged() throws {
    try build { output, notes in try write("a.html", files: [], from: 5, output, &notes) }
    let page = try folder.files(under: "public")["a.html"]
    try folder.write(["public/a.html": "<p>Somebody's own"])
    try build { output, notes in
      let isReused = try output.reuse(page: "a.html", source: 5, notes: &notes)
      #expect(!isReused)
      try write("a.html", files: [], from: 5, output, &notes)
    }
    #expect(try folder.files(under: "public")["a.html"] == page)
  }

  @Test func losesNoFileThatTwoPagesWrite() throws {
    let pages: [(address: String, files: [String], source: UInt64)] = [
      ("a.html", ["both.csv", "a.csv"], 5), ("b.html", ["both.csv", "b.csv"], 7), ("c.html", ["c.csv", "both.csv"], 9),
    ]
    for _ in 1...3 {
      let published = try build { output, notes in
        for page in pages where try !output.reuse(page: page.address, source: page.source, notes: &notes) {
          try write(page.address, files: page.files, from: page.source, output, &notes)
        }
      }
      #expect(published == ["a.csv", "a.html", "b.csv", "b.html", "both.csv", "c.csv", "c.html"])
    }
  }

  @Test func readsTheLinksOfAPageAgain() throws {
    try build { output, notes in
      try write("a.html", files: [], link: "b.html#x", from: 5, output, &notes)
      try write("b.html", files: [], from: 7, output, &notes)
    }
    #expect(throws: (any Error).self) {
      try build { output, notes in _ = try output.reuse(page: "a.html", source: 5, notes: &notes) }
    }
  }

  @Test func takesEverythingOverThatIsMadeFromASource() throws {
    try build { output, notes in
      notes.source = 5
      try output.write(page: "search.html", Array("<p>".utf8), notes: &notes)
      for number in 0..<9 { try output.write(file: "search/\(number).js", [UInt8(number)], notes: &notes) }
      notes.source = 0
      try output.write(page: "a.html", [], notes: &notes)
    }
    let published = try build { output, notes in
      let asked = try [7, 5].map { try output.reuse(all: $0, notes: &notes) }
      #expect(asked == [false, true])
    }
    #expect(published == ["search.html"] + (0..<9).map { "search/\($0).js" })
  }
}

extension ReusedPagesTests {
  /// Publishes what is written and taken over.
  /// - Returns: the published files.
  @discardableResult
  private func build(_ body: (SiteOutput, inout PageNotes) throws -> Void) throws -> [String] {
    let staged = try StagedOutput(output: folder.path + "/public", force: false)
    let output = SiteOutput(staged, isFull: false, inMemory: 1 << 20)
    var notes = PageNotes()
    try body(output, &notes)
    try output.hand(over: &notes)
    _ = try output.publish(jobs: 1)
    return try DiskFileSource().files(under: folder.path + "/public").sorted()
  }

  private func write(
    _ address: String, files: [String], link: String = "#x", from source: UInt64, _ output: SiteOutput,
    _ notes: inout PageNotes
  ) throws {
    try output.write(from: source, notes: &notes) { (notes) throws(Diagnostics) in
      try output.write(page: address, Array("<p id=\"x\"><a href=\"\(link)\">\(address)</a>".utf8), notes: &notes)
      for file in files { try output.write(file: file, Array(file.utf8), notes: &notes) }
    }
  }
}
