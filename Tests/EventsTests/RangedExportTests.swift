import Files
import Testing
import Time

@testable import Events

/// An export a range of customers at a time, beside the whole of it.
@Suite struct RangedExportTests {
  private func reader(_ files: [String: [UInt8]], rangeSize: Int = 1, spills: Bool = false) -> ExportReader {
    var reader = ExportReader(source: MemoryFileSource(files), jobs: 2, aiActors: { _ in [] })
    (reader.partSize, reader.rangeSize) = (333, rangeSize)
    if spills { (reader.eventBytes, reader.recordBytes, reader.blockSize) = (0, 0, 256) }
    return reader
  }

  private func ranged(
    _ files: [String: [UInt8]], rangeSize: Int = 1, spills: Bool = false
  ) throws -> RangedExport {
    try reader(files, rangeSize: rangeSize, spills: spills).readRanges([DataEntry(path: "data")])
  }

  private func line(_ id: String, _ customer: String, _ time: String) -> String {
    #"{"id":"\#(id)","customer":"\#(customer)","at":"2026-01-01T\#(time):00Z","kind":"message","actor":"ai"}"# + "\n"
  }

  @Test(arguments: 1...6)
  func hasAllPartiesInTheirOrder(seed: UInt64) throws {
    let files = ParallelFixture.files(seed: seed)
    let whole = try read(bytes: files)
    for (rangeSize, spills) in [(1, false), (1, true), (700, false), (1 << 30, true)] {
      let export = try ranged(files, rangeSize: rangeSize, spills: spills)
      let stores = try (0..<export.storeCount).map { try export.store(at: $0) }
      #expect(stores.count > 3 || rangeSize > 1)
      #expect(stores.flatMap(\.listing) == whole.listing, "seed \(seed), ranges of \(rangeSize), spills: \(spills)")
      #expect(stores.allSatisfy { $0.channels == whole.channels })
      #expect("\(try export.summary())" == "\(whole.summary)")
    }
  }

  @Test(arguments: 1...6)
  func knowsTheLatestEventBeforeAnyStoreIsAskedFor(seed: UInt64) throws {
    let files = ParallelFixture.files(seed: seed)
    let whole = try read(bytes: files)
    let export = try ranged(files)
    #expect(try export.latestEvent() == whole.latest)
    let stores = try (0..<export.storeCount).map { try export.store(at: $0) }
    #expect(stores.flatMap(\.listing) == whole.listing)
    #expect("\(try export.summary())" == "\(whole.summary)")
  }

  @Test func looksForTheLatestEventAmongThoseThatStand() throws {
    let customers = (0..<40).map { line("i\($0)", "c\($0)", "10:00") }.joined()
    let times = ["11:00", "12:00"]
    for (restated, latest) in [("i3", "12:00"), ("i7", "11:00")] {
      let early = line("i3", "c3", times[0]) + line("i7", "c7", times[1])
      let files = [
        "data/1/events.jsonl": Array((customers + early).utf8),
        "data/2/events.jsonl": Array(line(restated, "c" + restated.dropFirst(), "09:00").utf8),
      ]
      let export = try ranged(files)
      #expect(export.storeCount > 10)
      #expect(try export.latestEvent() == Instant("2026-01-01T\(latest):00Z"))
      #expect(try read(bytes: files).latest == Instant("2026-01-01T\(latest):00Z"))
    }
  }

  @Test func findsNoEventWhereTheWholeFindsNone() throws {
    let reader = reader(["data/events.jsonl": Array("{\n[]\n".utf8)])
    let expected = #expect(throws: ExportError.self) { try reader.read([DataEntry(path: "data")]) }
    let error = #expect(throws: ExportError.self) { try reader.readRanges([DataEntry(path: "data")]) }
    #expect(error != nil && error == expected)
  }
}
