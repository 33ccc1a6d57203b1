import Files
import TestSupport
import Testing

@testable import Events

/// Reading from files on disk, whose pages come and go, and from bytes that end where the mapping does.
@Suite struct MemoryTests {
  private let page = 4096

  private func lines(_ count: Int) -> String {
    (0..<count).map { i in
      #"{"id":"i\#(i)","customer":"c\#(i % 50)","at":"2026-01-01T10:00:00Z","kind":"message","actor":"ai","text":"t"}"#
        + "\n"
    }.joined()
  }

  @Test func readsTheSameAfterItsMemoryWasGivenBack() throws {
    let folder = try TemporaryFolder()
    try folder.write(["data/events.jsonl": lines(2000)])
    var reader = ExportReader(source: DiskFileSource(), jobs: 2, aiActors: { _ in [] })
    (reader.eventBytes, reader.partSize, reader.rangeSize, reader.blockSize) = (0, 20_000, 20_000, 1 << 12)
    let store = try reader.read([DataEntry(path: folder.path + "/data")])
    let before = store.everything
    for party in store.parties.indices { store.release(parties: party..<party + 1) }
    store.release(parties: 0..<0)
    store.release(parties: store.parties.indices)
    store.releaseTexts()
    #expect(store.everything == before)
    #expect(try read(["data/events.jsonl": lines(2000)]).everything == before)
  }

  @Test func tellsTheLinesOfManyRejectedRecordsInAnyOrder() throws {
    let text = (0..<5000).map { $0 % 3 == 0 ? "{" : goodLine.replacing("good", with: "g\($0)") }.joined(separator: "\n")
    let rejected = try read(bytes: ["data/events.jsonl": Array(text.utf8)], jobs: 3, partSize: 3000).summary.rejected
    let expected = stride(from: 1, through: 5000, by: 3).map { $0 }
    #expect(rejected.map(\.line) == expected)
    #expect(rejected.reversed().map(\.line) == expected.reversed())
    #expect(Set(rejected.map(\.text)) == ["{"])
    #expect(rejected.endIndex == expected.count)
  }

  @Test(arguments: 1...8)
  func readsBrokenBytesUpToTheEndOfTheMappingTheSameInParts(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let odd: [UInt8] = [0x22, 0x5C, 0x0A, 0x0D, 0x2C, 0x7B, 0x7D, 0x00, 0xC3, 0xE2, 0xF0, 0xFF, 0x20]
    for name in ["data/events.jsonl", "data/events.csv"] {
      let header = "id,customer,at,kind,actor,text\n"
      let rows = (0..<200).map { "i\($0),c\($0 % 9),2026-01-01T10:00:00Z,message,ai,\"t \($0)\"\n" }.joined()
      var bytes = Array((name.hasSuffix("csv") ? header + rows : lines(200)).utf8)
      for _ in 0..<below(30) {
        bytes[header.utf8.count + below(bytes.count - header.utf8.count)] = odd[below(odd.count)]
      }
      // What is cut off ends in the middle of anything, on the last byte of a page.
      bytes.removeLast(bytes.count % page)
      for i in 1...4 where below(2) == 0 { bytes[bytes.count - i] = odd[below(odd.count)] }
      let files = [name: bytes, "data/events2.jsonl": Array(goodLine.utf8)]
      let expected = try read(bytes: files).everything
      for jobs in [1, 3] {
        let other = try read(bytes: files, jobs: jobs, partSize: 500, rangeSize: 700, spills: true).everything
        #expect(other == expected, "seed \(seed), \(name), \(jobs) jobs")
      }
    }
  }
}
