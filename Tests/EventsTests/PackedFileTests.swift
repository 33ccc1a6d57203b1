import Files
import Gzip
import Synchronization
import Testing

@testable import Events

@Suite struct PackedFileTests {
  private func gzip(_ text: String) -> [UInt8] { GzipPacker.pack(Array(text.utf8)) }

  private func lines(_ ids: Range<Int>) -> String {
    ids.map { goodLine.replacing("good", with: "g\($0)") + "\n" }.joined()
  }

  @Test func readsOneMember() throws {
    let store = try read(bytes: ["data/events.jsonl.gz": gzip("[]\n" + lines(0..<9))])
    #expect(store.events.count == 9)
    #expect(store.summary.rejected.map(\.offset) == [0])
    #expect(store.summary.files.map(\.path) == ["data/events.jsonl.gz"])
  }

  @Test func readsSeveralMembersAsOneText() throws {
    let all = lines(0..<4000)
    let parts: [Substring] = [all.prefix(77), all.dropFirst(77).prefix(300_000), "", all.dropFirst(300_077)]
    let store = try read(bytes: ["data/events.jsonl.gz": parts.flatMap { gzip(String($0)) } + [0, 0, 0]])
    #expect(store.events.count == 4000)
    #expect(store.summary.rejected == [])
  }

  @Test func readsCompressedCSV() throws {
    let store = try read(bytes: [
      "data/events.csv.gz": gzip("id,customer,at,kind,actor\n1,c,2026-01-01T00:00:00Z,note,ai\n")
    ])
    #expect(store.listing == ["/c 1 2026-01-01T00:00:00.000Z note ai"])
  }

  /// A text that goes on behind the place at which its file was cut, and whose lines look like records.
  @Test func readsLongTextsOfCSVThatIsUnpackedMeanwhile() throws {
    let text = (0..<1500).map { "e\($0),c,2026-01-01T00:00:00Z,note,ai,x\n" }.joined()
    let rows = (0..<40).map { i in
      "r\(i),c\(i % 3),2026-01-01T00:00:\(10 + i)Z,note,ai,\"\(i % 9 == 4 ? text : "t")\"\n"
    }
    let csv = "id,customer,at,kind,actor,text\n" + rows.joined()
    let expected = try read(["data/events.csv": csv]).everything
    for partSize in [500, 10_000, 100_000] {
      for jobs in [1, 3] {
        let store = try read(bytes: ["data/events.csv.gz": gzip(csv)], jobs: jobs, partSize: partSize)
        #expect(store.events.count == 40)
        #expect(store.everything.replacing(".csv.gz", with: ".csv") == expected)
      }
    }
  }

  @Test func refusesTheFirstOfTheFilesThatBreakHoweverTheyAreUnpacked() {
    let long = gzip(lines(0..<4000))
    let files = [
      "data/a.jsonl.gz": gzip(lines(0..<9)), "data/events-b.jsonl.gz": Array(long.dropLast()),
      "data/events-c.jsonl.gz": Array(long.prefix(2000)), "data/events-d.jsonl": Array(lines(0..<9).utf8),
    ]
    for jobs in [1, 2, 4] {
      #expect(throws: ExportError.corruptGzip(path: "data/events-b.jsonl.gz", offset: long.count - 1)) {
        _ = try read(bytes: files, jobs: jobs, partSize: 500)
      }
    }
  }

  /// The beginning by which ranges are chosen has a few of its customers alone.
  @Test(arguments: [false, true])
  func dividesTheCustomersEvenlyIfAPackedFileIsInTheirOrder(spills: Bool) throws {
    let lines = (0..<2000).map { i in
      goodLine.replacing("good", with: "g\(i)").replacing(#""zz""#, with: "\"c\(1000 + i / 4)\"") + "\n"
    }
    var reader = ExportReader(
      source: MemoryFileSource(["data/events.jsonl.gz": gzip(lines.joined())]), jobs: 2, aiActors: { _ in [] })
    (reader.partSize, reader.rangeSize) = (4000, 8000)
    if spills { (reader.recordBytes, reader.blockSize) = (0, 256) }
    let export = try reader.readRanges([DataEntry(path: "data")])
    let stores = try (0..<export.storeCount).map { try export.store(at: $0) }
    #expect(stores.flatMap { store in store.parties.map { store.name($0.customer) } } == (1000..<1500).map { "c\($0)" })
    #expect(stores.reduce(0) { $0 + $1.events.count } == 2000)
    #expect(stores.allSatisfy { $0.events.count < 500 })
  }

  @Test func tellsItsProgressToTheEnd() throws {
    let told = Mutex<[Progress]>([])
    var reader = ExportReader(
      source: MemoryFileSource(["data/events.jsonl.gz": gzip(lines(0..<4000))]), jobs: 2, aiActors: { _ in [] })
    reader.partSize = 5000
    _ = try reader.read([DataEntry(path: "data")]) { progress in told.withLock { $0.append(progress) } }
    let reading = told.withLock { $0.filter { $0.step == .reading } }
    #expect(reading.count > 10)
    #expect(reading.last.map { $0.done == $0.total && $0.done == lines(0..<4000).utf8.count } == true)
    #expect(reading.allSatisfy { $0.done <= $0.total })
  }

  @Test func refusesAStreamThatBreaks() {
    let whole = gzip(lines(0..<50))
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    let broken: [[UInt8]] = [
      [], Array(whole.dropLast()), Array(whole.prefix(30)), Array(whole.prefix(5)), damaged, whole + [1, 2, 3],
      whole + whole.prefix(20), Array(goodLine.utf8),
    ]
    for bytes in broken {
      do {
        _ = try read(bytes: ["data/events.jsonl.gz": bytes, "data/events2.jsonl": Array(goodLine.utf8)])
        Issue.record("\(bytes.count) bytes were read")
      } catch ExportError.corruptGzip(let path, let offset) {
        #expect(path == "data/events.jsonl.gz")
        #expect((0...bytes.count).contains(offset))
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
