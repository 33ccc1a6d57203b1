import Files
import Gzip
import Synchronization
import Testing

@testable import Events

@Suite struct ParallelTests {
  @Test(arguments: 1...6)
  func readsTheSameInAnyNumberOfPartsAndJobs(seed: UInt64) throws {
    let files = ParallelFixture.files(seed: seed)
    let expected = try read(bytes: files).everything
    for partSize in [1, 40, 333, 2000] {
      for jobs in [1, 4] {
        let other = try read(bytes: files, jobs: jobs, partSize: partSize).everything
        #expect(other == expected, "seed \(seed), parts of \(partSize), \(jobs) jobs")
      }
    }
  }

  @Test(arguments: 1...6)
  func readsTheSameOfFilesThatAreUnpackedMeanwhile(seed: UInt64) throws {
    let files = ParallelFixture.files(seed: seed)
    let packed = Dictionary(
      uniqueKeysWithValues: files.map { path, bytes in (path + ".gz", GzipPacker.pack(bytes)) })
    let expected = try read(bytes: files).everything
    for (partSize, rangeSize) in [(17, 1 << 30), (333, 1), (2000, 500)] {
      for (jobs, spills) in [(1, false), (4, false), (3, true)] {
        let other = try read(bytes: packed, jobs: jobs, partSize: partSize, rangeSize: rangeSize, spills: spills)
        #expect(
          other.everything.replacing(".gz", with: "") == expected,
          "seed \(seed), parts of \(partSize), ranges of \(rangeSize), spills: \(spills), \(jobs) jobs")
      }
    }
  }

  @Test(arguments: 1...6)
  func readsTheSameInAnyNumberOfRangesInMemoryOrNot(seed: UInt64) throws {
    var files = ParallelFixture.files(seed: seed)
    for path in ["data/b/events.csv", "data/c/events.jsonl"] {
      files[path + ".gz"] = files.removeValue(forKey: path).map { GzipPacker.pack($0) }
    }
    let expected = try read(bytes: files).everything
    for (rangeSize, spills) in [(500, false), (500, true), (1 << 30, true), (1, true)] {
      for jobs in [1, 3] {
        let other = try read(bytes: files, jobs: jobs, partSize: 333, rangeSize: rangeSize, spills: spills).everything
        #expect(other == expected, "seed \(seed), ranges of \(rangeSize), spills: \(spills), \(jobs) jobs")
      }
    }
  }

  @Test func rejectsAFileWithAnUnreadableHeaderOnceHoweverLarge() throws {
    let rows = (0..<50).map { "\($0),c\n" }.joined()
    for header in ["id,\"customer\n", "id,\"cust\"omer\n"] {
      let files = ["data/events.csv": Array((header + rows).utf8), "data/events.jsonl": Array(goodLine.utf8)]
      let store = try read(bytes: files, jobs: 4, partSize: 20)
      #expect(store.summary.rejected.map(\.line) == [1])
      #expect(store.summary.rejected.map(\.text) == [String(header.dropLast())])
    }
  }

  @Test func tellsItsProgressUpwardToTheEnd() throws {
    let told = Mutex<[Progress]>([])
    var reader = ExportReader(source: MemoryFileSource(ParallelFixture.files(seed: 1)), jobs: 4, aiActors: { _ in [] })
    reader.partSize = 300
    _ = try reader.read([DataEntry(path: "data")]) { progress in told.withLock { $0.append(progress) } }
    let steps = told.withLock { $0 }
    #expect(steps.filter { $0.step == .opening }.map(\.done) == [1, 2, 3, 4])
    let reading = steps.filter { $0.step == .reading }
    #expect(reading.count > 10)
    #expect(reading.map(\.done) == reading.map(\.done).sorted())
    #expect(reading.last.map { $0.done == $0.total } == true)
    #expect(steps.last?.step == .sorting)
  }

  @Test func runsEveryPieceOfWorkOnceAndKeepsTheOrder() {
    #expect(Parallel.map(1000, jobs: 4) { $0 * 2 } == (0..<1000).map { $0 * 2 })
    #expect(Parallel.map(0, jobs: 4) { $0 } == [])
  }
}
