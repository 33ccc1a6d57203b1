import Demo
import Foundation
import Gzip
import Testing
import Time

@Suite struct DemoExportTests {
  static let files = ExportedFiles(DemoExport(customers: 120, days: 30, seed: 7))

  @Test func writesTheSameBytesForTheSameSeed() {
    let again = ExportedFiles(DemoExport(customers: 120, days: 30, seed: 7))
    #expect(again.bytes == Self.files.bytes)
  }

  @Test func writesOtherBytesForAnotherSeed() {
    let other = ExportedFiles(DemoExport(customers: 120, days: 30, seed: 8))
    #expect(other.paths == Self.files.paths)
    let same = other.paths.filter { other.bytes[$0] == Self.files.bytes[$0] }
    #expect(same == [])
  }

  @Test func writesOneFolderADayAndPeopleInTheFirstAndLast() {
    #expect(Self.files.paths.count == 30 + 2 * 3)
    #expect(
      Self.files.paths.prefix(5) == [
        "2026-02-28/agents.jsonl", "2026-02-28/conversation_items.jsonl", "2026-02-28/customers.jsonl",
        "2026-02-28/topics.jsonl", "2026-03-01/conversation_items.jsonl",
      ])
    #expect(Self.files.paths.last == "2026-03-29/topics.jsonl")
  }

  @Test func emitsPathsInOrder() {
    var paths: [String] = []
    DemoExport(customers: 3, days: 4, seed: 1).write { path, _ in paths.append(path) }
    #expect(paths == paths.sorted())
  }

  @Test func writesOneFolderForOneDay() {
    #expect(ExportedFiles(DemoExport(customers: 1, days: 1, seed: 1)).paths.count == 4)
  }

  @Test func givesEveryRecordItsRequiredFields() {
    for path in Self.files.paths {
      let objects = Self.files.objects(path)
      #expect(objects.count == Self.files.lines(path).count, "\(path)")
      let isItems = path.hasSuffix("conversation_items.jsonl")
      for object in objects {
        let id = object["id"] as? String ?? ""
        #expect(id.utf8.count == 22, "\(path) \(id)")
        guard isItems else { continue }
        let item = ExportedItem(object)
        #expect(item.customer != nil)
        #expect(Instant(item.time) != nil, "\(item.time)")
        #expect(!item.type.isEmpty)
      }
    }
  }

  @Test func writesItemsInOrderOfTimeWithinAFile() {
    for path in Self.files.paths where path.hasSuffix("conversation_items.jsonl") {
      let times = Self.files.objects(path).compactMap { $0["timestamp"] as? String }
      #expect(times == times.sorted(), "\(path)")
    }
  }

  @Test func repeatsTheLastHoursOfADayInTheNextFolder() {
    let days = Self.files.paths.filter { $0.hasSuffix("conversation_items.jsonl") }
    let shared = zip(days, days.dropFirst()).map { a, b in
      Set(Self.files.lines(a)).intersection(Self.files.lines(b)).count
    }
    #expect(shared.contains { $0 > 0 })
    #expect(shared.reduce(0, +) < Self.files.items.count / 8)
  }

  @Test func namesOnlyPeopleAndTopicsThatItLists() {
    let customers = ids("customers")
    let agents = ids("agents")
    let topics = ids("topics")
    for item in Self.files.items {
      #expect(customers.contains(item.customer ?? ""))
      if item.initiator == "AGENT" { #expect(agents.contains(item.initiatorId ?? "")) }
      #expect(topics.isSuperset(of: item.topics))
    }
  }

  @Test func beginsSomeIdsWithSigns() {
    let more = ExportedFiles(DemoExport(customers: 300, days: 10, seed: 3))
    let firsts = Set(more.items.compactMap(\.id.first))
    #expect(firsts.isSuperset(of: ["-", "_"]))
  }

  private func ids(_ file: String) -> Set<String> {
    Set(Self.files.objects("2026-02-28/\(file).jsonl").compactMap { $0["id"] as? String })
  }

  @Test func packsAWholeExport() {
    let plain = ExportedFiles(DemoExport(customers: 5, days: 3, seed: 1))
    let packed = ExportedFiles(DemoExport(customers: 5, days: 3, seed: 1, compressed: true))
    #expect(packed.paths == plain.paths.map { $0 + ".gz" })
    for path in plain.paths { #expect(packed.bytes[path + ".gz"] == plain.bytes[path].map(GzipPacker.pack)) }
  }
}
