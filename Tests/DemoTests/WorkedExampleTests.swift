import Demo
import Testing
import Time

@Suite struct WorkedExampleTests {
  /// Seed, days, and the day on which the example falls, whose instants are four hours behind UTC after 8 March.
  @Test(arguments: [
    (1, 60, "2026-03-19", 4), (99, 30, "2026-03-19", 4), (5, 8, "2026-03-23", 4), (5, 1, "2026-03-29", 4),
  ])
  func livesTheWorkedExampleToTheSecond(_ seed: UInt64, _ days: Int, _ day: String, _ west: Int) {
    let items = story(DemoExport(customers: 4, days: days, seed: seed))
    func instant(_ clock: Int, _ minute: String) -> String { "\(day)T\(clock + west):\(minute):00.000Z" }
    let exchanges = items.filter { $0.type == "CHAT_MESSAGE" }
    #expect(exchanges.count == items.count - 1)
    #expect(items.map(\.time).contains(instant(10, "15")))
    #expect(exchanges.map(\.time).first == instant(10, "00"))
    let morning = exchanges.prefix { $0.time < instant(12, "00") }
    #expect(morning.last.map(\.time) == instant(10, "15"))
    #expect(morning.last.map(\.initiator) == "CUSTOMER")
    let afternoon = exchanges.dropFirst(morning.count)
    #expect(afternoon.first.map(\.time) == instant(17, "00"))
    #expect(afternoon.first { $0.initiator == "AGENT" }.map(\.time) == instant(17, "10"))
    #expect(items.last.map(\.time) == instant(17, "25"))
    #expect(items.last.flatMap { $0.status } == "CLOSED")
    #expect(items.last.map(\.initiator) == "AGENT")
    #expect(Set(items.compactMap { $0.conversation }).count == 1)
  }

  @Test func keepsTenOClockInWinter() {
    let export = DemoExport(customers: 2, days: 20, seed: 1, end: CivilDate(year: 2026, month: 1, day: 31))
    #expect(story(export).first.map(\.time) == "2026-01-21T15:00:00.000Z")
  }

  @Test func answersNoOneBeforeTheAgentOfTheAfternoon() {
    let agents = story(DemoExport(customers: 1, days: 30, seed: 11)).filter { $0.initiator == "AGENT" }
    #expect(agents.map(\.time).min() == "2026-03-19T21:10:00.000Z")
  }

  /// The items of Josephine Adeyemi, in order.
  private func story(_ export: DemoExport) -> [ExportedItem] {
    let files = ExportedFiles(export)
    let customers = files.paths.filter { $0.hasSuffix("customers.jsonl") }.flatMap(files.objects)
    let her = customers.first { $0["name"] as? String == "Josephine Adeyemi" }?["id"] as? String
    return files.items.filter { $0.customer == her }
  }
}
