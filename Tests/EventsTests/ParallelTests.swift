import Files
import Gzip
import Synchronization
import TestSupport
import Testing

@testable import Events

@Suite struct ParallelTests {
  private func files(seed: UInt64) -> [String: [UInt8]] {
    var random = SeededNumbers(seed: seed)
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    let lines = (0..<120).map { i in
      let good =
        #"{"id":"\#(pick(["i\(i)", "i\(i / 2)", #"\u0069\#(i)"#]))","customer":"c\(i % 7)","at":"2026-01-01T10:00:0\(i % 10)Z","#
        + #""kind":"\#(pick(["message", "note", "odd", "handoff"]))","actor":"\#(pick(["ai", "agent", "customer"]))","#
        + #""channel":"\#(pick(["chat", "", "sms"]))","actor_id":"a\#(i % 3)","actor_name":"\#(pick(["A", "B"]))","#
        + #""customer_name":"\#(pick(["X", "Y", ""]))","to":"\#(pick(["ai", "x", ""]))","#
        + #""conversation":"\#(pick(["v", "w", ""]))","brand":"\#(pick(["", "", "A", "b"]))"}"#
      return pick([good, good, good, good, good, "", "{", #"{"id":1}"#])
    }
    let rows = (0..<120).map { i in
      let good = "\(pick(["i\(i)", "i\(i / 2)"])),c\(i % 7),2026-01-01T10:00:0\(i % 10)Z,message,ai,\"t\n\"\"\(i)\"\"\""
      return pick([good, good, good, good, good, "", "a,b", "\"open,\(i)", "a\"b", "x,y,\"z\"z"])
    }
    let people = (0..<40).map { #"{"id":"c\#($0 % 9)","name":"N\#($0)","emailAddresses":["e\#($0)"]}"# }
    return [
      "data/a/events.jsonl": Array(lines[..<60].joined(separator: "\n").utf8),
      "data/b/events.csv": Array(("id,customer,at,kind,actor,text\n" + rows.joined(separator: "\n")).utf8),
      "data/c/events.jsonl": Array(lines[60...].joined(separator: "\r\n").utf8),
      "data/customers.jsonl": Array(people.joined(separator: "\n").utf8),
    ]
  }

  @Test(arguments: 1...6)
  func readsTheSameInAnyNumberOfPartsAndJobs(seed: UInt64) throws {
    let files = files(seed: seed)
    let expected = try read(bytes: files).everything
    for partSize in [1, 40, 333, 2000] {
      for jobs in [1, 4] {
        let other = try read(bytes: files, jobs: jobs, partSize: partSize).everything
        #expect(other == expected, "seed \(seed), parts of \(partSize), \(jobs) jobs")
      }
    }
  }

  @Test(arguments: 1...6)
  func readsTheSameInAnyNumberOfRangesInMemoryOrNot(seed: UInt64) throws {
    var files = files(seed: seed)
    for path in ["data/b/events.csv", "data/c/events.jsonl"] {
      files[path + ".gz"] = files.removeValue(forKey: path).map { GzipCodec.pack($0) }
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
    var reader = ExportReader(source: MemoryFileSource(files(seed: 1)), jobs: 4, aiActors: { _ in [] })
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
